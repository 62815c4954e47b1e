import { TextInput } from '@mantine/core'

import { dayIn } from '../../shared/day-in.ts'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { useSetCurrencyRate } from './use-change-settings.ts'
import { useInvoicingSettingsWords } from './use-invoicing-settings-words.ts'

const CURRENCY_LENGTH = 3

/** Sets what a unit of a foreign currency is worth from a day on. */
export function RateDialog({ onClose }: { onClose: () => void }) {
  const words = useInvoicingSettingsWords()
  const tell = useTell()
  const { company } = useMe()
  const setting = useSetCurrencyRate()
  const form = useDraftForm(
    { currency: 'EUR', validFrom: dayIn(company.timeZone, new Date()), rate: '' },
    setting.error,
  )
  const { draft, set, text } = form
  return (
    <FormDialog
      title={words('newRate')}
      size="md"
      state={setting}
      names={form.names}
      submitLabel={words('setRate')}
      isDisabled={draft.currency.length !== CURRENCY_LENGTH || draft.validFrom === '' || draft.rate.trim() === ''}
      onClose={onClose}
      onSubmit={() => setting.mutate(draft, { onSuccess: tell(words('rateSet'), onClose).onSuccess })}
    >
      <FieldRow>
        <TextInput
          label={words('currency')}
          description={'\u00A0'}
          maxLength={CURRENCY_LENGTH}
          required
          autoComplete="off"
          {...text('currency')}
          onChange={(event) => set({ currency: event.currentTarget.value.toUpperCase() })}
        />
        <TextInput
          label={words('rate')}
          description={words('rateHint', { company: company.currency })}
          inputMode="decimal"
          required
          data-autofocus
          autoComplete="off"
          {...text('rate')}
        />
        <TextInput type="date" label={words('validFrom')} description={'\u00A0'} required {...text('validFrom')} />
      </FieldRow>
    </FormDialog>
  )
}
