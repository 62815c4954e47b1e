import { createContact } from '@timedesk/contracts/contacts'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import type { NewContactDraft } from './contact-draft.ts'

/** Creates a contact and, if wanted, mails the invitation. */
export function useCreateContact() {
  return useChange(
    ({ customerId, ...draft }: NewContactDraft) =>
      client.call(createContact, { body: { ...draft, customerId: customerId?.id ?? '' } }),
    [queryRoots.contacts, queryRoots.customers],
  )
}
