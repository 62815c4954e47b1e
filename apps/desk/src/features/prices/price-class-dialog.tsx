import { TextInput } from '@mantine/core'
import type { PriceClass } from '@timedesk/contracts/pricing'

import { AmountInput } from '../../shared/forms/amount-input.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { NameField, PositionField, SettingDialog } from '../../shared/settings/setting-dialog.tsx'
import { usePriceWords } from './use-price-words.ts'
import { draftOfPriceClass, emptyPriceClass, useSavePriceClass, type PriceClassDraft } from './use-save-price-class.ts'

type PriceClassDialogProps = { priceClass: PriceClass | null; onClose: () => void }

/** Creates a price class, or edits the given one. */
export function PriceClassDialog({ priceClass, onClose }: PriceClassDialogProps) {
  const words = usePriceWords()
  const { company } = useMe()
  const save = useSavePriceClass(priceClass, company.currency)
  const latest = priceClass === null ? emptyPriceClass : draftOfPriceClass(priceClass)
  const form = useDraftForm<PriceClassDraft>(latest, save.error)
  const { draft, changes, text } = form

  return (
    <SettingDialog
      edited={priceClass}
      createTitle={words('createClass')}
      state={save}
      form={form}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft, changes }, { onSuccess: onClose })}
    >
      <NameField form={form} />
      <FieldRow>
        <AmountInput
          label={words('ratePerHour')}
          description={words('ratePerHourHint')}
          currency={company.currency}
          {...text('ratePerHour')}
        />
        <TextInput
          label={words('drawFactor')}
          description={words('drawFactorHint')}
          inputMode="decimal"
          autoComplete="off"
          leftSection="×"
          {...text('drawFactor')}
        />
      </FieldRow>
      <PositionField form={form} />
    </SettingDialog>
  )
}
