import { SNOOZE_DAYS_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import { refuseMerged } from '../../platform/db/refuse-merged.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { customerOfCase } from './follow-case.ts'
import { endSnoozes } from './end-snoozes.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The actor puts a case away until a moment, for themselves alone. A moment that is chosen anew takes the old one's
 * place. Refuses with `not_found`, and with `field_refused` a moment that has passed or lies too far ahead.
 */
export async function snoozeCase(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, until }: { caseId: string; until: string },
): Promise<void> {
  const { actor, now } = context
  const at = requireNear(until, now)
  const customerId = await customerOfCase(tx, caseId)
  await refuseMerged(tx, caseId)
  const changed = await tx.rows(Prisma.sql`INSERT INTO case_snooze (case_id, employee_id, until, since)
    VALUES (${caseId}::uuid, ${actor.id}::uuid, ${at}, ${now})
    ON CONFLICT (employee_id, case_id) DO UPDATE SET until = excluded.until, since = excluded.since
      WHERE case_snooze.until <> excluded.until RETURNING 1`)
  if (changed.length === 0) return
  await appendEvents(tx, context, { kind: 'case', id: caseId, caseId, customerId }, [
    { type: 'case.snoozed', employeeId: actor.id, employeeName: actor.name, until: at.toISOString() },
  ])
}

/** The actor takes a case back before its time. Nothing happens where it is not put away. Refuses with `not_found`. */
export async function wakeCase(tx: Tx, context: Context<StaffActor>, { caseId }: { caseId: string }): Promise<void> {
  const customerId = await customerOfCase(tx, caseId)
  await endSnoozes(tx, context, { caseId, customerId, employeeId: context.actor.id, cause: 'by_hand' })
}

function requireNear(until: string, now: Date): Date {
  const at = new Date(until)
  if (at > now && at.getTime() <= now.getTime() + SNOOZE_DAYS_MAX * DAY_MS) return at
  const message = at > now ? 'Choose a time within a year.' : 'Choose a time to come.'
  const code = at > now ? 'too_far' : 'past'
  throw new Refusal('field_refused', { detail: message, fields: [{ pointer: '/body/until', code, message }] })
}
