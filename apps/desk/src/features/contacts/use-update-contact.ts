import { updateContact, type Contact } from '@timedesk/contracts/contacts'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import type { ContactDraft } from './contact-draft.ts'

type ContactChange = { contact: Contact; body: Partial<ContactDraft> & { isActive?: boolean } }

/** Changes a contact, if nobody did so since it was read. */
export function useUpdateContact() {
  return useChange(
    ({ contact, body }: ContactChange) =>
      client.call(updateContact, { params: { contactId: contact.id }, body, headers: ifMatch(contact.version) }),
    [queryRoots.contacts, queryRoots.customers],
  )
}
