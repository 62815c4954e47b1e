import type { Deps } from '../platform/deps.ts'
import { createLane } from '../platform/lane.ts'
import { act } from './act.ts'
import { findAccountByEmail, type Portal } from './portals.ts'
import { mailSecret } from './secrets.ts'
import { throttleMail } from './throttle.ts'

const RESETS_AT_ONCE_MAX = 1
const RESETS_WAITING_MAX = 1_000

const lane = createLane({ runningMax: RESETS_AT_ONCE_MAX, waitingMax: RESETS_WAITING_MAX })

/**
 * Mails a link to choose a new password, if there is an active account at the address. The look-up happens after the
 * answer, so that the answer tells nothing by its content or its time; the caller is told only of limits.
 * Refuses with `rate_limited`.
 */
export async function requestPasswordReset(
  deps: Deps,
  portal: Portal,
  email: string,
  requestId: string,
): Promise<void> {
  await throttleMail(deps.limiter, portal.audience, email)
  const later = () => mailReset(deps, portal, email, requestId)
  setImmediate(() => {
    lane(later).catch((error: unknown) => deps.log.error({ err: error, requestId }, 'a password reset was not mailed'))
  })
}

async function mailReset(deps: Deps, portal: Portal, email: string, requestId: string): Promise<void> {
  const account = await findAccountByEmail(deps.database.reader, portal, email)
  if (account?.isActive !== true) return
  const actor = { kind: portal.personKind, id: account.id, name: account.name }
  await act(deps, actor, requestId, (tx, context) => mailSecret(tx, context, portal, account, 'reset', deps.publicUrl))
}
