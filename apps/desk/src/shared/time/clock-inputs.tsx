import type { ReactNode } from 'react'

import { ClockInput } from '../forms/clock-input.tsx'
import { isOvernight, type TimeForm } from './time-form.ts'
import { useTimeWords } from './use-time-words.ts'

type ClockInputsProps = {
  form: TimeForm
  onChange: (changes: Partial<TimeForm>) => void
  errorOf: ((name: keyof TimeForm) => ReactNode) | undefined
}

/** From when to when, by the company's clock; an end before the start is on the next day. Minutes follow anew. */
export function ClockInputs({ form, onChange, errorOf }: ClockInputsProps) {
  const words = useTimeWords()
  return (
    <>
      <ClockInput
        className="desk-time-from"
        label={words('startedAt')}
        value={form.startedAt}
        error={errorOf?.('startedAt')}
        onChange={(startedAt) => onChange({ startedAt, minutes: null })}
      />
      <ClockInput
        className="desk-time-from"
        label={words(isOvernight(form) ? 'endedNextDay' : 'endedAt')}
        value={form.endedAt}
        error={errorOf?.('endedAt')}
        onChange={(endedAt) => onChange({ endedAt, minutes: null })}
      />
    </>
  )
}
