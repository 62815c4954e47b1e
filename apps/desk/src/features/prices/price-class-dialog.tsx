import { NumberInput, Switch, TextInput } from '@mantine/core'
import type { PriceClass } from '@timedesk/contracts/pricing'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useMe } from '../../shared/session/use-me.ts'
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
  const { draft, changes, set, errorOf, text } = form

  return (
    <FormDialog
      title={priceClass === null ? words('createClass') : words('editThing', { name: priceClass.name })}
      state={save}
      names={form.names}
      isDisabled={!form.isChanged}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft, changes }, { onSuccess: onClose })}
    >
      <TextInput label={words('name')} required data-autofocus autoComplete="off" {...text('name')} />
      <FieldRow>
        <TextInput
          label={words('ratePerHour')}
          description={words('ratePerHourHint')}
          inputMode="decimal"
          autoComplete="off"
          rightSectionWidth={56}
          rightSection={<span className="desk-quiet">{company.currency}</span>}
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
      <NumberInput
        label={words('position')}
        description={words('positionHint')}
        min={0}
        max={10_000}
        allowDecimal={false}
        value={draft.position}
        error={errorOf('position')}
        onChange={(position) => set({ position: Number(position) })}
      />
      {priceClass !== null && <Switch label={words('isActive')} {...form.check('isActive')} />}
    </FormDialog>
  )
}
