import type { Contact } from '@timedesk/contracts/contacts'

import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { draftOfContact, type ContactDraft } from './contact-draft.ts'
import { ContactFields } from './contact-fields.tsx'
import { useContactWords } from './use-contact-words.ts'
import { useUpdateContact } from './use-update-contact.ts'

/** Edits a contact; sends only what was changed. */
export function EditContactDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const words = useContactWords()
  const update = useUpdateContact()
  const form = useDraftForm<ContactDraft>(draftOfContact(contact), update.error)

  return (
    <FormDialog
      title={words('editTitle', { name: contact.name })}
      state={update}
      names={form.names}
      isDisabled={!form.isChanged}
      onClose={onClose}
      onSubmit={() => update.mutate({ contact, body: form.changes }, { onSuccess: onClose })}
    >
      <ContactFields {...form} />
    </FormDialog>
  )
}
