import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Deps } from '../platform/deps.ts'
import { act } from './act.ts'
import { NOBODYS_HASH, verifyPassword } from './hash-password.ts'
import { knownDeviceOf, signDevice } from './known-device.ts'
import { findAccountByEmail, type Account, type Portal } from './portals.ts'
import { startSession, type Device, type LiveSession } from './sessions.ts'
import { throttleSignIn } from './throttle.ts'

type Attempt = Device & {
  email: string
  password: string
  /** The known-device cookie. */
  deviceCookie: string | undefined
  requestId: string
}

/**
 * Starts a session for the right pair of address and password. An unknown address, a wrong password, an account without
 * one and one that is not active all get `sign_in_failed`, after the same work. Refuses with `rate_limited`.
 */
export async function signIn(
  deps: Deps,
  portal: Portal,
  { email, password, deviceCookie, requestId, ...device }: Attempt,
): Promise<LiveSession & { deviceCookie: string }> {
  const { audience } = portal
  const deviceId = knownDeviceOf(deps.secret, deviceCookie, { audience, email })
  await throttleSignIn(deps.limiter, { audience, email, ipAddress: device.ipAddress, deviceId })
  const account = await findAccountByEmail(deps.database.reader, portal, email)
  const hash = account?.isActive === true ? account.passwordHash : null
  const fits = await verifyPassword(hash ?? NOBODYS_HASH, password)
  if (!fits || hash === null || account === null) throw new Refusal('sign_in_failed')
  const actor = { kind: portal.personKind, id: account.id, name: account.name }
  const session = await act(deps, actor, requestId, async (tx, context) => {
    const isStill = await tx.rows(signInMark(portal, account, hash, context.now))
    if (isStill.length === 0) throw new Refusal('sign_in_failed')
    return startSession(tx, context, portal, account, device)
  })
  const mark = { audience, email, deviceId: deviceId ?? deps.newId() }
  return { ...session, deviceCookie: signDevice(deps.secret, mark) }
}

/** Marks the sign-in, unless account or password changed while the password was being verified. */
function signInMark({ people, accounts }: Portal, { id }: Account, hash: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    UPDATE ${people} p SET last_signed_in_at = ${now} FROM ${accounts} a
     WHERE p.id = ${id}::uuid AND a.id = p.id AND a.is_active AND p.is_active AND p.password_hash = ${hash} RETURNING p.id`
}
