import type { Customer } from '@timedesk/contracts/customers'
import { useLanguage } from '@timedesk/ui/use-language'

import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { emptyCustomer, type CustomerDraft } from './customer-draft.ts'
import { CustomerFields } from './customer-fields.tsx'
import { useCreateCustomer } from './use-create-customer.ts'
import { useCustomerWords } from './use-customer-words.ts'

type CreateCustomerDialogProps = { onClose: () => void; onCreated: (customer: Customer) => void }

/** Creates a customer; only the name is needed. */
export function CreateCustomerDialog({ onClose, onCreated }: CreateCustomerDialogProps) {
  const words = useCustomerWords()
  const formWords = useFormWords()
  const { language } = useLanguage()
  const me = useMe()
  const creation = useCreateCustomer()
  const form = useDraftForm<CustomerDraft>(emptyCustomer(me.company.currency, language), creation.error)

  return (
    <FormDialog
      title={words('createTitle')}
      state={creation}
      names={form.names}
      submitLabel={formWords('create')}
      onClose={onClose}
      onSubmit={() => creation.mutate(form.draft, { onSuccess: onCreated })}
    >
      <CustomerFields form={form} />
    </FormDialog>
  )
}
