import { Select, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { SearchSelect } from '@timedesk/ui/search-select'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { CustomerPicker } from '../../shared/pickers/search-pickers.tsx'
import { CaseTypePicker } from '../../shared/pickers/setting-pickers.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { usableOptions } from '../../shared/settings/usable-options.ts'
import { FormSection } from '../../shared/terms/form-section.tsx'
import type { PolicyDraft } from './policy-draft.ts'
import { findAgreements } from './queries.ts'
import { usePolicyWords } from './use-policy-words.ts'

/** What a policy is called, which cases it is for, and by which hours it counts. */
export function ForSection({ form, isNew }: { form: DraftForm<PolicyDraft>; isNew: boolean }) {
  const words = usePolicyWords()
  const calendars = useQuery(settingQueries.serviceCalendars())
  const { draft, set, text, check, errorOf } = form
  return (
    <FormSection title={words('what')} text={words('whatText')}>
      <TextInput label={words('name')} required autoComplete="off" data-autofocus={isNew} {...text('name')} />
      <FieldRow>
        <CustomerPicker
          label={words('customer')}
          placeholder={words('everyCustomer')}
          clearable
          value={draft.customerId}
          error={errorOf('customerId')}
          onChange={(customerId) => set({ customerId, agreementId: null })}
        />
        <AgreementField form={form} />
      </FieldRow>
      <FieldRow>
        <CaseTypePicker
          label={words('type')}
          placeholder={words('everyType')}
          clearable
          value={draft.typeId}
          error={errorOf('typeId')}
          onChange={(typeId) => set({ typeId })}
        />
        <Select
          label={words('calendar')}
          placeholder={words('aroundTheClock')}
          clearable
          data={usableOptions(calendars.data ?? [], draft.calendarId)}
          value={draft.calendarId}
          error={errorOf('calendarId')}
          onChange={(calendarId) => set({ calendarId })}
        />
      </FieldRow>
      <Switch label={words('isShown')} description={words('isShownHint')} {...check('isShownToCustomers')} />
      {!isNew && <Switch label={words('inUse')} {...check('isActive')} />}
    </FormSection>
  )
}

/** Finds an agreement by its heading, number or customer; of one customer when one is chosen. */
function AgreementField({ form }: { form: DraftForm<PolicyDraft> }) {
  const words = usePolicyWords()
  const { draft, set, errorOf } = form
  const { agreementId: chosen, customerId } = draft
  return (
    <SearchSelect
      key={customerId?.id ?? 'all'}
      label={words('agreement')}
      placeholder={words('everyAgreement')}
      clearable
      value={chosen === null ? null : { value: chosen.id, label: chosen.name }}
      error={errorOf('agreementId')}
      search={(term, signal) => findAgreements(term, customerId?.id, signal)}
      onChange={(option) => set({ agreementId: option === null ? null : { id: option.value, name: option.label } })}
    />
  )
}
