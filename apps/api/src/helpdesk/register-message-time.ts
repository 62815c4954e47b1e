import { Refusal } from '@timedesk/contracts/refusal'
import type { TimeDraft } from '@timedesk/contracts/time'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { registerTime } from '../time/register-time.ts'

/** What time was written beside: a message of a case. */
type TimedMessage = { caseId: string; replyId?: string; noteId?: string }

/** Registers the time that was written beside a message. Refuses with `permission_denied` who may not register any. */
export async function registerMessageTime(
  tx: Tx,
  context: Context,
  time: TimeDraft,
  message: TimedMessage,
): Promise<void> {
  if (!isByStaff(context) || !context.actor.permissions.has('time:write'))
    throw new Refusal('permission_denied', { missingPermission: 'time:write' })
  await registerTime(tx, context, { ...time, ...message }, '/body/time')
}

function isByStaff(context: Context): context is Context<StaffActor> {
  return context.actor.kind === 'employee' || context.actor.kind === 'token'
}
