import { Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'

import type { TimeForm } from './time-form.ts'
import { useTimeWords } from './use-time-words.ts'

type TimeTextsProps = {
  form: TimeForm
  onChange: (changes: Partial<TimeForm>) => void
  errorOf: ((name: keyof TimeForm) => ReactNode) | undefined
  hasDate: boolean
}

/** What the customer may read, what only staff read, and the day of the work. */
export function TimeTexts({ form, onChange, errorOf, hasDate }: TimeTextsProps) {
  const words = useTimeWords()
  const textArea = (name: 'customerText' | 'internalText') => (
    <Textarea
      label={words(name)}
      size="xs"
      autosize
      minRows={1}
      value={form[name]}
      error={errorOf?.(name)}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      {...(name === 'customerText' && { placeholder: words('customerTextHint') })}
    />
  )
  return (
    <div className="desk-time-texts" data-dated={hasDate || undefined}>
      {textArea('customerText')}
      {textArea('internalText')}
      {hasDate && (
        <TextInput
          label={words('workDate')}
          type="date"
          size="xs"
          value={form.workDate ?? ''}
          error={errorOf?.('workDate')}
          onChange={(event) =>
            onChange({ workDate: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        />
      )}
    </div>
  )
}
