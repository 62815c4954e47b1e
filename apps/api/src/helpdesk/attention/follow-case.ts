import type { FollowCause } from '@timedesk/contracts/case-attention'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting, Context, StaffActor } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { refuseMerged } from '../../platform/db/refuse-merged.ts'
import { appendEvents } from '../../platform/events/append-events.ts'

/** The customer of a case. Refuses with `not_found`. */
export async function customerOfCase(reader: Reader, caseId: string): Promise<string> {
  const [row] = await reader.rows<{ customerId: string }>(
    Prisma.sql`SELECT customer_id AS "customerId" FROM support_case WHERE id = ${caseId}::uuid`,
  )
  if (row === undefined) throw new Refusal('not_found')
  return row.customerId
}

/** The actor follows a case, by their own will. Nothing happens when they do already. Refuses with `not_found`. */
export async function followCase(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, cause = 'by_hand' }: { caseId: string; cause?: 'by_hand' | 'bulk' },
): Promise<void> {
  const customerId = await customerOfCase(tx, caseId)
  await refuseMerged(tx, caseId)
  const { actor, now } = context
  const begun = await tx.rows(Prisma.sql`INSERT INTO case_follower (case_id, employee_id, cause, since)
    VALUES (${caseId}::uuid, ${actor.id}::uuid, ${cause}, ${now})
    ON CONFLICT (case_id, employee_id) DO UPDATE SET is_muted = false, cause = excluded.cause, since = excluded.since
      WHERE case_follower.is_muted RETURNING 1`)
  if (begun.length === 0) return
  const follower = { employeeId: actor.id, employeeName: actor.name }
  await appendEvents(tx, context, aboutCase(caseId, customerId), [{ type: 'case.followed', ...follower, cause }])
}

/**
 * The actor hears no more of a case because they follow it, and nothing makes them follow it by itself again.
 * Refuses with `not_found`.
 */
export async function unfollowCase(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId }: { caseId: string },
): Promise<void> {
  const customerId = await customerOfCase(tx, caseId)
  const { actor, now } = context
  const [before] = await tx.rows<{ isMuted: boolean }>(Prisma.sql`SELECT is_muted AS "isMuted" FROM case_follower
    WHERE case_id = ${caseId}::uuid AND employee_id = ${actor.id}::uuid FOR UPDATE`)
  await tx.rows(Prisma.sql`INSERT INTO case_follower (case_id, employee_id, cause, is_muted, since)
    VALUES (${caseId}::uuid, ${actor.id}::uuid, 'by_hand', true, ${now})
    ON CONFLICT (case_id, employee_id) DO UPDATE SET is_muted = true`)
  if (before === undefined || before.isMuted) return
  const follower = { employeeId: actor.id, employeeName: actor.name }
  await appendEvents(tx, context, aboutCase(caseId, customerId), [{ type: 'case.unfollowed', ...follower }])
}

type Followed = {
  caseId: string
  customerId: string
  employeeIds: readonly string[]
  cause: Exclude<FollowCause, 'by_hand' | 'bulk'>
}

/**
 * People follow a case because of what happened: active ones who do not yet. Who unfollowed it by hand is left alone,
 * unless they chose that a mention makes them follow again.
 */
export async function followBySystem(
  tx: Tx,
  context: Acting,
  { caseId, customerId, employeeIds, cause }: Followed,
): Promise<void> {
  if (employeeIds.length === 0) return
  const begun = await tx.rows<{ employeeId: string; employeeName: string }>(Prisma.sql`WITH begun AS (
      INSERT INTO case_follower (case_id, employee_id, cause, since)
      SELECT ${caseId}::uuid, e.id, ${cause}, ${context.now} FROM employee e
       WHERE e.id = ANY(${[...employeeIds]}::uuid[]) AND e.is_active ORDER BY e.id
      ON CONFLICT (case_id, employee_id) DO UPDATE SET is_muted = false, cause = excluded.cause, since = excluded.since
        WHERE case_follower.is_muted AND excluded.cause = 'mention' AND EXISTS (
          SELECT 1 FROM notice_schedule s WHERE s.employee_id = excluded.employee_id AND s.follows_on_mention)
      RETURNING employee_id)
    SELECT e.id AS "employeeId", e.name AS "employeeName" FROM begun JOIN employee e ON e.id = begun.employee_id ORDER BY e.name, e.id`)
  const events = begun.map((follower) => ({ type: 'case.followed' as const, ...follower, cause }))
  await appendEvents(tx, context, aboutCase(caseId, customerId), events)
}

function aboutCase(caseId: string, customerId: string) {
  return { kind: 'case', id: caseId, caseId, customerId } as const
}
