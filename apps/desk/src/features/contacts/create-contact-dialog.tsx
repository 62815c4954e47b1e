import { Checkbox } from '@mantine/core'
import type { Reference } from '@timedesk/contracts/primitives'
import { useLanguage } from '@timedesk/ui/use-language'

import { CustomerPicker } from '../../shared/pickers/search-pickers.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { emptyContact, type NewContactDraft } from './contact-draft.ts'
import { ContactFields } from './contact-fields.tsx'
import { useContactWords } from './use-contact-words.ts'
import { useCreateContact } from './use-create-contact.ts'

/** Creates a contact, of the given customer or of one that is chosen here. */
export function CreateContactDialog({ customer, onClose }: { customer: Reference | null; onClose: () => void }) {
  const words = useContactWords()
  const formWords = useFormWords()
  const { language } = useLanguage()
  const creation = useCreateContact()
  const form = useDraftForm<NewContactDraft>(emptyContact(customer, language), creation.error)
  const { draft, set, errorOf, text, check } = form

  return (
    <FormDialog
      title={words('createTitle')}
      state={creation}
      names={form.names}
      submitLabel={formWords('create')}
      isDisabled={draft.customerId === null}
      onClose={onClose}
      onSubmit={() => creation.mutate(draft, { onSuccess: onClose })}
    >
      {customer === null && (
        <CustomerPicker
          label={words('customer')}
          required
          value={draft.customerId}
          error={errorOf('customerId')}
          onChange={(customerId) => set({ customerId })}
        />
      )}
      <ContactFields draft={draft} set={set} errorOf={errorOf} text={text} check={check} />
      <Checkbox label={words('inviteNow')} {...check('invite')} />
    </FormDialog>
  )
}
