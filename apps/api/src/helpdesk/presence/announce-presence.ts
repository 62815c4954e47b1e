import type { PresenceState } from '@timedesk/contracts/presence'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { pass } from '../../platform/realtime/pass.ts'
import { requireCase } from '../case-keyed.ts'
import { PRESENCE_LIFE_MS } from './find-presence.ts'

type Window = { caseId: string; windowId: string }

/** Says that a window has a case before it. Others are told only of what is new. Refuses with `not_found`. */
export async function announcePresence(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, windowId, state }: Window & { state: PresenceState },
): Promise<void> {
  await requireCase(tx, caseId)
  const { actor, now } = context
  const [before] = await tx.rows<{ state: PresenceState; seenAt: Date }>(Prisma.sql`
    SELECT state, seen_at AS "seenAt" FROM case_presence WHERE ${isWindow(actor, { caseId, windowId })}`)
  await tx.rows(Prisma.sql`INSERT INTO case_presence (case_id, employee_id, window_id, state, seen_at)
    VALUES (${caseId}::uuid, ${actor.id}::uuid, ${windowId}::uuid, ${state}, ${now})
    ON CONFLICT (case_id, employee_id, window_id) DO UPDATE SET state = excluded.state, seen_at = excluded.seen_at`)
  const wasThere = before !== undefined && before.seenAt.getTime() > now.getTime() - PRESENCE_LIFE_MS
  if (!wasThere || before.state !== state) pass(context, 'presence.changed', { caseId })
}

/** Says that a window has left a case. */
export async function leaveCase(tx: Tx, context: Context<StaffActor>, place: Window): Promise<void> {
  const left = await tx.rows(
    Prisma.sql`DELETE FROM case_presence WHERE ${isWindow(context.actor, place)} RETURNING state`,
  )
  if (left.length > 0) pass(context, 'presence.changed', { caseId: place.caseId })
}

function isWindow({ id }: StaffActor, { caseId, windowId }: Window): Prisma.Sql {
  return Prisma.sql`case_id = ${caseId}::uuid AND employee_id = ${id}::uuid AND window_id = ${windowId}::uuid`
}
