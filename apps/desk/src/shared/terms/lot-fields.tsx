import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useId } from 'react'

import { useCoverWords } from '../cover/use-cover-words.ts'
import { FieldRow } from '../forms/field-row.tsx'
import type { Fields } from '../forms/use-fields.tsx'
import type { LotDraft } from './lot-draft.ts'
import { useTermsWords } from './use-terms-words.ts'

const UNITS = ['minutes', 'cases', 'money'] as const
const ACTIVATIONS = ['sale', 'posting', 'payment'] as const
const VAT_TIMINGS = ['sale', 'redemption'] as const

export const lotNames = ['unit', 'quantity', 'price', 'validFrom', 'expiresOn', 'activateOn', 'vatTiming', 'remarks']

type LotFieldsProps = {
  fields: Fields<LotDraft>
  currency: string
  /** Leaves out what only a real sale needs. */
  isBrief?: boolean
}

/** What is bought ahead, for how much, and how long it lasts. */
export function LotFields({ fields, currency, isBrief = false }: LotFieldsProps) {
  const words = useTermsWords()
  const coverWords = useCoverWords()
  const unitId = useId()
  const { draft, set, errorOf, text } = fields
  return (
    <>
      <div>
        <span id={unitId} className="desk-label">
          {words('unit')}
        </span>
        <SegmentedControl
          fullWidth
          aria-labelledby={unitId}
          value={draft.unit}
          onChange={(unit) => set({ unit })}
          data={UNITS.map((unit) => ({ value: unit, label: coverWords(`unit_${unit}`) }))}
        />
      </div>
      <FieldRow>
        <TextInput
          label={words(`quantity_${draft.unit}`, { currency })}
          {...(draft.unit === 'minutes' && { description: words('hoursHint') })}
          required
          autoComplete="off"
          inputMode="decimal"
          {...text('quantity')}
        />
        <TextInput
          label={words('lotPrice', { currency })}
          description={words('withoutVat')}
          required
          autoComplete="off"
          inputMode="decimal"
          {...text('price')}
        />
      </FieldRow>
      {!isBrief && (
        <>
          <FieldRow>
            <TextInput label={words('lotFrom')} type="date" description={words('lotFromHint')} {...text('validFrom')} />
            <TextInput
              label={words('expiresOn')}
              type="date"
              description={words('expiresHint')}
              {...text('expiresOn')}
            />
          </FieldRow>
          <FieldRow>
            <Select
              label={words('activateOn')}
              allowDeselect={false}
              data={ACTIVATIONS.map((moment) => ({ value: moment, label: words(`activate_${moment}`) }))}
              value={draft.activateOn}
              error={errorOf('activateOn')}
              onChange={(activateOn) =>
                set({ activateOn: ACTIVATIONS.find((moment) => moment === activateOn) ?? 'sale' })
              }
            />
            <Select
              label={words('vatTiming')}
              allowDeselect={false}
              data={VAT_TIMINGS.map((timing) => ({ value: timing, label: words(`vat_${timing}`) }))}
              value={draft.vatTiming}
              error={errorOf('vatTiming')}
              onChange={(vatTiming) => set({ vatTiming: vatTiming === 'redemption' ? vatTiming : 'sale' })}
            />
          </FieldRow>
          <TextInput label={words('remarks')} autoComplete="off" {...text('remarks')} />
        </>
      )}
    </>
  )
}
