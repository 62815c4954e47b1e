import { Chip, Group, Input, NumberInput, Select, TextInput } from '@mantine/core'
import { RECURRENCE_INTERVAL_MAX } from '@timedesk/contracts/limits'
import { Recurrence } from '@timedesk/contracts/recurring-cases'

import { ClockInput } from '../../shared/forms/clock-input.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import './recurring.css'
import { RulePreview } from './rule-preview.tsx'
import { useRecurringWords } from './use-recurring-words.ts'
import { useWeekdayName } from './use-rule-words.ts'
import type { RecurringDraft } from './use-save-recurring.ts'

const UNITS = Recurrence.shape.unit.options
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const MONTH_DAYS_MAX = 31

/** How often a case comes back, and when it does next under what is written. */
export function RuleFields({ form }: { form: DraftForm<RecurringDraft> }) {
  const words = useRecurringWords()
  const nameOf = useWeekdayName()
  const { draft, set, errorOf, text } = form
  const { every } = draft
  const change = (changes: Partial<Recurrence>) => set({ every: { ...every, ...changes } })

  return (
    <fieldset className="desk-recurrence">
      <legend>{words('rule')}</legend>
      <FieldRow>
        <NumberInput
          label={words('interval')}
          allowDecimal={false}
          min={1}
          max={RECURRENCE_INTERVAL_MAX}
          value={every.interval}
          error={errorOf('every')}
          onChange={(interval) => {
            if (interval !== '') change({ interval: Number(interval) })
          }}
        />
        <Select
          label={words('unit')}
          allowDeselect={false}
          data={UNITS.map((unit) => ({ value: unit, label: words(`unit_${unit}`) }))}
          value={every.unit}
          onChange={(name) => {
            const unit = UNITS.find((candidate) => candidate === name)
            // What belongs to another unit would be refused.
            if (unit !== undefined) change({ unit, weekdays: [], dayOfMonth: null })
          }}
        />
        {every.unit === 'month' && (
          <NumberInput
            label={words('dayOfMonth')}
            description={words('dayOfMonthHint')}
            allowDecimal={false}
            min={1}
            max={MONTH_DAYS_MAX}
            value={every.dayOfMonth ?? ''}
            onChange={(day) => change({ dayOfMonth: day === '' ? null : Number(day) })}
          />
        )}
      </FieldRow>
      {every.unit === 'week' && (
        <Input.Wrapper label={words('weekdays')} description={words('weekdaysHint')} labelElement="div">
          <Group gap="xs" mt={6} role="group" aria-label={words('weekdays')}>
            <Chip.Group
              multiple
              value={every.weekdays.map(String)}
              onChange={(days) => change({ weekdays: days.map(Number).toSorted((one, other) => one - other) })}
            >
              {WEEKDAYS.map((weekday) => (
                <Chip key={weekday} size="xs" value={String(weekday)}>
                  {nameOf(weekday)}
                </Chip>
              ))}
            </Chip.Group>
          </Group>
        </Input.Wrapper>
      )}
      <FieldRow>
        <ClockInput
          size="sm"
          label={words('time')}
          value={draft.time}
          error={errorOf('time')}
          onChange={(time) => set({ time })}
        />
        <TextInput type="date" label={words('startsOn')} required {...text('startsOn')} />
        <TextInput type="date" label={words('endsOn')} description={words('endsOnHint')} {...text('endsOn')} />
      </FieldRow>
      <RulePreview draft={draft} />
    </fieldset>
  )
}
