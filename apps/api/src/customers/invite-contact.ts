import { Refusal } from '@timedesk/contracts/refusal'
import { extranet, findAccount, subjectOf } from '../identity/portals.ts'
import { mailSecret } from '../identity/secrets.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'

/**
 * Mails an invitation to the extranet; earlier ones stop working.
 * Refuses with `not_found`, and `account_inactive` for contacts of an inactive customer too.
 */
export async function inviteContact(tx: Tx, context: Context, id: string, publicUrl: string): Promise<void> {
  const account = await findAccount(tx, extranet, id)
  if (account === null) throw new Refusal('not_found')
  if (!account.isActive) throw new Refusal('account_inactive')
  await mailSecret(tx, context, extranet, account, 'invitation', publicUrl)
  await appendEvents(tx, context, subjectOf(extranet, account), [{ type: 'contact.invited', name: account.name }])
}
