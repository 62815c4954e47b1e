import { NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useId, type ReactNode } from 'react'

import { FieldRow } from '../forms/field-row.tsx'
import type { QuotaDraft } from './line-draft.ts'
import { useTermsWords } from './use-terms-words.ts'

const UNITS = ['none', 'minutes', 'cases', 'unlimited'] as const
const ROLLOVER_PERIODS_MAX = 12

type QuotaFieldsProps = { quota: QuotaDraft; error: ReactNode; onChange: (quota: QuotaDraft) => void }

/** What each period includes, and what becomes of what is not used. */
export function QuotaFields({ quota, error, onChange }: QuotaFieldsProps) {
  const words = useTermsWords()
  const labelId = useId()
  const { unit } = quota
  const set = (changes: Partial<QuotaDraft>) => onChange({ ...quota, ...changes })
  return (
    <>
      <div>
        <span id={labelId} className="desk-label">
          {words('quota')}
        </span>
        <SegmentedControl
          fullWidth
          aria-labelledby={labelId}
          value={unit}
          onChange={(chosen) => set({ unit: chosen })}
          data={UNITS.map((option) => ({ value: option, label: words(`quota_${option}`) }))}
        />
      </div>
      {(unit === 'minutes' || unit === 'cases') && (
        <FieldRow>
          <TextInput
            label={words(`quotaUnits_${unit}`)}
            required
            autoComplete="off"
            inputMode="decimal"
            value={quota.units}
            error={error}
            onChange={(event) => set({ units: event.currentTarget.value })}
          />
          <NumberInput
            label={words('rolloverPeriods')}
            min={0}
            max={ROLLOVER_PERIODS_MAX}
            allowDecimal={false}
            value={quota.rolloverPeriods}
            onChange={(periods) => set({ rolloverPeriods: Number(periods) })}
          />
          {quota.rolloverPeriods > 0 && (
            <TextInput
              label={words(`rolloverMax_${unit}`)}
              description={words('rolloverMaxHint')}
              autoComplete="off"
              inputMode="decimal"
              value={quota.rolloverMax}
              onChange={(event) => set({ rolloverMax: event.currentTarget.value })}
            />
          )}
        </FieldRow>
      )}
    </>
  )
}
