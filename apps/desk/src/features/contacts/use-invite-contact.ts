import { inviteContact } from '@timedesk/contracts/contacts'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** Mails a fresh invitation; earlier ones stop working. */
export function useInviteContact() {
  return useChange(
    (contactId: string) => client.call(inviteContact, { params: { contactId } }),
    [queryRoots.contacts, queryRoots.mails],
  )
}
