import { NumberInput, Textarea, TextInput } from '@mantine/core'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { AgreementExample } from './agreement-example.tsx'
import type { AgreementDraft } from './use-save-agreement.ts'
import { useAgreementWords } from './use-agreement-words.ts'

const INCREMENT_MAX = 240
const MINIMUM_MAX = 480

/** Every field of an agreement on time spent, with what it means in money. */
export function AgreementFields({ form, currency }: { form: DraftForm<AgreementDraft>; currency: string }) {
  const words = useAgreementWords()
  const { draft, set, errorOf, text } = form
  return (
    <>
      <TextInput label={words('heading')} required data-autofocus autoComplete="off" {...text('heading')} />
      <FieldRow>
        <TextInput
          label={`${words('rate')} (${currency})`}
          required
          inputMode="decimal"
          autoComplete="off"
          {...text('ratePerHour')}
        />
        <NumberInput
          label={words('increment')}
          min={1}
          max={INCREMENT_MAX}
          allowDecimal={false}
          value={draft.incrementMinutes}
          error={errorOf('incrementMinutes')}
          onChange={(minutes) => set({ incrementMinutes: Number(minutes) })}
        />
        <NumberInput
          label={words('minimum')}
          min={0}
          max={MINIMUM_MAX}
          allowDecimal={false}
          value={draft.minimumMinutes}
          error={errorOf('minimumMinutes')}
          onChange={(minutes) => set({ minimumMinutes: Number(minutes) })}
        />
      </FieldRow>
      <AgreementExample
        rate={draft.ratePerHour}
        increment={draft.incrementMinutes}
        minimum={draft.minimumMinutes}
        currency={currency}
      />
      <FieldRow>
        <TextInput label={words('validFrom')} type="date" required {...text('validFrom')} />
        <TextInput label={words('validTo')} type="date" description={words('validToHint')} {...text('validTo')} />
      </FieldRow>
      <FieldRow>
        <EmployeePicker
          label={words('owner')}
          value={draft.ownerId}
          error={errorOf('ownerId')}
          onChange={(ownerId) => set({ ownerId })}
        />
        <TextInput label={words('po')} autoComplete="off" {...text('poNumber')} />
      </FieldRow>
      <Textarea label={words('terms')} autosize minRows={3} {...text('terms')} />
    </>
  )
}
