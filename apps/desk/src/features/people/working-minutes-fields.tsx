import { addDays } from '@timedesk/domain/calendar/days'
import { useFormat } from '@timedesk/ui/format'
import { MinutesInput } from '@timedesk/ui/minutes-input'
import type { ReactNode } from 'react'

import './people.css'
import { usePeopleWords } from './use-people-words.ts'

/** A Monday, only to name weekdays by. */
const ANY_MONDAY = '2024-01-01'

type WorkingMinutesFieldsProps = {
  /** Monday first. */
  value: readonly number[]
  error: ReactNode
  onChange: (minutes: readonly number[]) => void
}

/** How long somebody works on each weekday. */
export function WorkingMinutesFields({ value, error, onChange }: WorkingMinutesFieldsProps) {
  const words = usePeopleWords()
  const format = useFormat()
  const total = value.reduce((sum, minutes) => sum + minutes, 0)
  return (
    <fieldset className="desk-working-time">
      <legend>{words('workingTime')}</legend>
      <p className="desk-quiet desk-small">{words('workingTimeHint', { total: format.minutes(total) })}</p>
      <div>
        {value.map((minutes, index) => {
          const weekday = format.weekday(addDays(ANY_MONDAY, index))
          return (
            <MinutesInput
              key={weekday}
              label={weekday}
              size="xs"
              value={minutes}
              onChange={(changed) => onChange(value.map((other, at) => (at === index ? (changed ?? 0) : other)))}
            />
          )
        })}
      </div>
      {error !== undefined && <div className="desk-error">{error}</div>}
    </fieldset>
  )
}
