import type { Customer } from '@timedesk/contracts/customers'

import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { bodyOfCustomer, draftOfCustomer, type CustomerDraft } from './customer-draft.ts'
import { CustomerFields } from './customer-fields.tsx'
import { useCustomerWords } from './use-customer-words.ts'
import { useUpdateCustomer } from './use-update-customer.ts'

/** Edits a customer's details; sends only what was changed. */
export function EditCustomerDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const words = useCustomerWords()
  const update = useUpdateCustomer()
  const form = useDraftForm<CustomerDraft>(draftOfCustomer(customer), update.error)
  const save = () => update.mutate({ customer, body: bodyOfCustomer(form.changes, form.draft) }, { onSuccess: onClose })

  return (
    <FormDialog
      title={words('editTitle', { name: customer.name })}
      state={update}
      names={form.names}
      isDisabled={!form.isChanged}
      onClose={onClose}
      onSubmit={save}
    >
      <CustomerFields form={form} />
    </FormDialog>
  )
}
