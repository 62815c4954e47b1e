import { NumberInput, Select, Switch, TextInput } from '@mantine/core'
import type { BillingPeriod } from '@timedesk/contracts/subscriptions'

import { FieldRow } from '../forms/field-row.tsx'
import type { Fields } from '../forms/use-fields.tsx'
import type { LineDraft } from './line-draft.ts'
import { QuotaFields } from './quota-fields.tsx'
import { useTermsWords } from './use-terms-words.ts'

const QUANTITY_MAX = 100_000
const LEAD_DAYS_MAX = 90
const PERIODS = ['month', 'quarter', 'half_year', 'year'] as const satisfies readonly BillingPeriod[]
const TIMINGS = ['advance', 'arrears'] as const

export const lineNames = [
  ...['description', 'period', 'startsOn', 'timing', 'leadDays', 'alignsToCalendar', 'prorates'],
  ...['quota', 'quantity', 'unitPrice'],
]

/** A line of the plan: what it costs, when it is charged, and what it includes. */
export function LineFields({ fields, currency }: { fields: Fields<LineDraft>; currency: string }) {
  const words = useTermsWords()
  const { draft, set, errorOf, text, whole } = fields
  return (
    <>
      <TextInput label={words('description')} required autoComplete="off" {...text('description')} />
      <FieldRow>
        <TextInput
          label={words('unitPrice', { currency })}
          required
          autoComplete="off"
          inputMode="decimal"
          {...text('unitPrice')}
        />
        <NumberInput label={words('quantity')} min={1} max={QUANTITY_MAX} {...whole('quantity')} />
        <Select
          label={words('period')}
          allowDeselect={false}
          data={PERIODS.map((period) => ({ value: period, label: words(`period_${period}`) }))}
          value={draft.period}
          error={errorOf('period')}
          onChange={(period) => set({ period: PERIODS.find((option) => option === period) ?? 'month' })}
        />
      </FieldRow>
      <FieldRow>
        <Select
          label={words('timing')}
          allowDeselect={false}
          data={TIMINGS.map((timing) => ({ value: timing, label: words(`timing_${timing}`) }))}
          value={draft.timing}
          error={errorOf('timing')}
          onChange={(timing) => set({ timing: timing === 'arrears' ? timing : 'advance' })}
        />
        {draft.timing === 'advance' && (
          <NumberInput label={words('leadDays')} min={0} max={LEAD_DAYS_MAX} {...whole('leadDays')} />
        )}
        <TextInput label={words('startsOn')} type="date" description={words('startsOnHint')} {...text('startsOn')} />
      </FieldRow>
      <Switch
        label={words('aligns')}
        description={words('alignsHint')}
        checked={draft.alignsToCalendar}
        onChange={(event) => set({ alignsToCalendar: event.currentTarget.checked })}
      />
      <Switch
        label={words('prorates')}
        checked={draft.prorates}
        onChange={(event) => set({ prorates: event.currentTarget.checked })}
      />
      <QuotaFields quota={draft.quota} error={errorOf('quota')} onChange={(quota) => set({ quota })} />
    </>
  )
}
