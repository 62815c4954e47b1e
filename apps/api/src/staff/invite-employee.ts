import { Refusal } from '@timedesk/contracts/refusal'
import { desk, findAccount } from '../identity/portals.ts'
import { mailSecret } from '../identity/secrets.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'

/** Mails an invitation; earlier ones stop working. Refuses with `not_found` and `account_inactive`. */
export async function inviteEmployee(tx: Tx, context: Context, id: string, publicUrl: string): Promise<void> {
  const account = await findAccount(tx, desk, id)
  if (account === null) throw new Refusal('not_found')
  if (!account.isActive) throw new Refusal('account_inactive')
  await mailSecret(tx, context, desk, account, 'invitation', publicUrl)
  await appendEvents(tx, context, { kind: 'employee', id }, [{ type: 'employee.invited', name: account.name }])
}
