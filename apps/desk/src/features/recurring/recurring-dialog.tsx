import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { RecurringCase } from '@timedesk/contracts/recurring-cases'
import type { ReactNode } from 'react'

import { dayIn } from '../../shared/day-in.ts'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm, type DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { ContactPicker, CustomerPicker } from '../../shared/pickers/search-pickers.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { NameField, SettingDialog } from '../../shared/settings/setting-dialog.tsx'
import { usableOptions } from '../../shared/settings/usable-options.ts'
import { templateQueries } from '../../shared/templates/template-queries.ts'
import { recurringQueries } from './queries.ts'
import { RuleFields } from './rule-fields.tsx'
import { useRecurringWords } from './use-recurring-words.ts'
import {
  draftOfRecurring,
  emptyRecurring,
  isComplete,
  useSaveRecurring,
  type RecurringDraft,
} from './use-save-recurring.ts'

type RecurringDialogProps = { recurring: RecurringCase | null; onClose: () => void }

/** Creates a recurring case, or edits the given one; its customer is chosen once. */
export function RecurringDialog({ recurring, onClose }: RecurringDialogProps) {
  const words = useRecurringWords()
  const { company } = useMe()
  const save = useSaveRecurring(recurring)
  const { data: templates = [] } = useQuery(templateQueries.cases())
  const latest = recurring === null ? emptyRecurring(dayIn(company.timeZone, new Date())) : draftOfRecurring(recurring)
  const form = useDraftForm<RecurringDraft>(latest, save.error)
  const { draft, changes, set, errorOf } = form

  return (
    <SettingDialog
      edited={recurring}
      createTitle={words('create')}
      activeHint={words('isActiveHint')}
      size="xl"
      state={save}
      form={form}
      isDisabled={!form.isChanged || !isComplete(draft)}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft, changes }, { onSuccess: onClose })}
    >
      <FieldRow>
        <NameField form={form} />
        <Select
          label={words('template')}
          required
          allowDeselect={false}
          {...(templates.length === 0 && { description: words('noTemplate') })}
          data={usableOptions(templates, draft.templateId)}
          value={draft.templateId}
          error={errorOf('templateId')}
          onChange={(templateId) => set({ templateId })}
        />
      </FieldRow>
      <CustomerFields form={form} recurring={recurring} />
      <RuleFields form={form} />
    </SettingDialog>
  )
}

type CustomerFieldsProps = { form: DraftForm<RecurringDraft>; recurring: RecurringCase | null }

function CustomerFields({ form: { draft, set, errorOf }, recurring }: CustomerFieldsProps) {
  const words = useRecurringWords()
  const { customerId: customer } = draft
  return (
    <>
      <FieldRow>
        {recurring === null ? (
          <CustomerPicker
            label={words('customer')}
            description={words('customerHint')}
            required
            value={customer}
            error={errorOf('customerId')}
            onChange={(chosen) => set({ customerId: chosen, contactId: null, agreementId: null })}
          />
        ) : (
          <TextInput label={words('customer')} value={recurring.customer.name} readOnly />
        )}
        {customer !== null && (
          <ContactPicker
            label={words('contact')}
            description={words('contactHint')}
            customerId={customer.id}
            value={draft.contactId}
            error={errorOf('contactId')}
            onChange={(contactId) => set({ contactId })}
          />
        )}
      </FieldRow>
      {customer !== null && (
        <AgreementSelect
          customerId={customer.id}
          kept={recurring?.agreement ?? null}
          value={draft.agreementId}
          error={errorOf('agreementId')}
          onChange={(agreementId) => set({ agreementId })}
        />
      )}
    </>
  )
}

type AgreementSelectProps = {
  customerId: string
  /** The chosen one, which may no longer be active. */
  kept: { id: string; name: string } | null
  value: string | null
  error: ReactNode
  onChange: (agreementId: string | null) => void
}

function AgreementSelect({ customerId, kept, value, error, onChange }: AgreementSelectProps) {
  const words = useRecurringWords()
  const { data: agreements = [] } = useQuery(recurringQueries.agreements(customerId))
  const active = agreements.map(({ id, number, heading }) => ({ value: id, label: `${number} ${heading}` }))
  const isMissing = kept !== null && !active.some(({ value: id }) => id === kept.id)
  return (
    <Select
      label={words('agreement')}
      description={words('agreementHint')}
      clearable
      data={isMissing ? [...active, { value: kept.id, label: kept.name }] : active}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
