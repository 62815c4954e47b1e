import { Textarea, TextInput } from '@mantine/core'

import { CountryInput } from '../../shared/choices/country-input.tsx'
import { LanguageSelect } from '../../shared/choices/language-select.tsx'
import { EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { AmountInput } from '../../shared/forms/amount-input.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import type { CustomerDraft } from './customer-draft.ts'
import { InvoicingFields } from './invoicing-fields.tsx'
import { ExtranetFields, SettlementFields } from './settlement-fields.tsx'
import { useCustomerWords } from './use-customer-words.ts'

/** Every field of a customer. */
export function CustomerFields({ form }: { form: DraftForm<CustomerDraft> }) {
  const words = useCustomerWords()
  const { draft, set, errorOf } = form
  return (
    <>
      <TextInput label={words('name')} required data-autofocus autoComplete="off" {...form.text('name')} />
      <Textarea
        label={words('address')}
        description={words('addressHint')}
        autosize
        minRows={1}
        {...form.text('address')}
      />
      <FieldRow>
        <TextInput label={words('postalCode')} autoComplete="off" {...form.text('postalCode')} />
        <TextInput label={words('city')} autoComplete="off" {...form.text('city')} />
      </FieldRow>
      <FieldRow>
        <CountryInput
          label={words('country')}
          value={draft.countryCode}
          error={errorOf('countryCode')}
          onChange={(countryCode) => set({ countryCode })}
        />
        <TextInput label={words('vatId')} autoComplete="off" {...form.text('vatId')} />
        <TextInput label={words('phone')} type="tel" autoComplete="off" {...form.text('phone')} />
      </FieldRow>
      <TextInput label={words('website')} inputMode="url" autoComplete="off" {...form.text('website')} />
      <FieldRow>
        <TextInput
          label={words('currency')}
          maxLength={3}
          autoComplete="off"
          {...form.text('currency')}
          onChange={(event) => set({ currency: event.currentTarget.value.toUpperCase() })}
        />
        <LanguageSelect
          label={words('language')}
          value={draft.language}
          error={errorOf('language')}
          onChange={(language) => set({ language })}
        />
      </FieldRow>
      <AmountInput
        label={words('rate')}
        description={words('rateHint')}
        currency={draft.currency}
        {...form.text('ratePerHour')}
      />
      <EmployeePicker
        label={words('accountManager')}
        value={draft.accountManagerId}
        error={errorOf('accountManagerId')}
        onChange={(accountManagerId) => set({ accountManagerId })}
      />
      <SettlementFields form={form} />
      <InvoicingFields form={form} />
      <ExtranetFields form={form} />
      <Textarea
        label={words('remarks')}
        description={words('remarksHint')}
        autosize
        minRows={2}
        {...form.text('remarks')}
      />
    </>
  )
}
