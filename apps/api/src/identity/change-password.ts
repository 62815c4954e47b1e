import { Refusal } from '@timedesk/contracts/refusal'
import type { Deps } from '../platform/deps.ts'
import { act } from './act.ts'
import { hashPassword, NOBODYS_HASH, verifyPassword } from './hash-password.ts'
import { requireGoodPassword } from './password-rule.ts'
import { findAccount, type Portal } from './portals.ts'
import { startSession, type Device, type LiveSession } from './sessions.ts'
import { companyNameOf, lockPerson, storePassword } from './set-password.ts'

type Change = Device & { personId: string; currentPassword: string; password: string; requestId: string }

/**
 * Changes one's own password. All sessions end; this device goes on in a new one, so that nothing that was known before
 * is worth anything. Refuses with `sign_in_failed` for a wrong present password, and `password_refused`.
 */
export async function changePassword(
  deps: Deps,
  portal: Portal,
  { personId, currentPassword, password, requestId, ...device }: Change,
): Promise<LiveSession> {
  await deps.limiter.take(`${portal.personKind}:${personId}`, 'guess')
  const { reader } = deps.database
  const account = await findAccount(reader, portal, personId)
  const fits = await verifyPassword(account?.passwordHash ?? NOBODYS_HASH, currentPassword)
  if (!fits || account === null)
    throw new Refusal('sign_in_failed', {
      fields: [{ pointer: '/body/currentPassword', code: 'wrong', message: 'This is not your present password.' }],
    })
  requireGoodPassword(password, { ...account, companyName: await companyNameOf(reader) })
  const passwordHash = await hashPassword(password)
  const actor = { kind: portal.personKind, id: account.id, name: account.name }
  return act(deps, actor, requestId, async (tx, context) => {
    await lockPerson(tx, portal, personId)
    const now = await findAccount(tx, portal, personId)
    if (now?.isActive !== true || now.passwordHash !== account.passwordHash) throw new Refusal('sign_in_failed')
    await storePassword(tx, context, portal, account, passwordHash, 'self')
    return startSession(tx, context, portal, account, device)
  })
}
