import type { decideOverage as contract } from '@timedesk/contracts/cover'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { isTakenBack } from './stored-entries.ts'
import { subjectOfTime } from './subject-of-time.ts'

type Held = {
  customerId: string
  employeeId: string
  caseId: string | null
  projectId: string | null
  isTakenBack: boolean
  isSettled: boolean
}

/**
 * Decides on the overage of an entry (R22): accepted, it is charged; declined, it never is. The decision and its
 * reason stay with the entry, and count for its overage however it is rated later. A contact decides only on what
 * waits for an approval; what is blocked, staff decides.
 * Refuses with `not_found`, and with `nothing_to_decide` when none waits.
 */
export async function decideOverage(
  tx: Tx,
  context: Acting,
  { entryId, verdict, reason }: { entryId: string } & z.output<typeof contract.body>,
): Promise<void> {
  const { actor, now, newId } = context
  const isContact = actor.kind === 'contact'
  const entry = await holdEntry(tx, entryId)
  const minutes =
    entry.isTakenBack || entry.isSettled
      ? 0
      : await settleHolds(tx, entryId, verdict, isContact ? ['approval'] : ['approval', 'blocked'])
  if (minutes === 0) throw new Refusal('nothing_to_decide')
  await Promise.all([
    tx.rows(Prisma.sql`INSERT INTO overage_decision (id, entry_id, customer_id, verdict, reason, decided_by_id, decided_by_name, at)
      VALUES (${newId()}::uuid, ${entryId}::uuid, ${entry.customerId}::uuid, ${verdict}, ${reason}, ${isContact ? null : actor.id}::uuid, ${actor.name}, ${now})`),
    tx.rows(Prisma.sql`UPDATE time_entry SET version = version + 1 WHERE id = ${entryId}::uuid`),
    appendEvents(tx, context, subjectOfTime(entry), [{ type: 'overage.decided', entryId, verdict, minutes, reason }]),
  ])
}

/** The customer first, whom everybody holds before its entries: nobody rates the entry meanwhile. */
async function holdEntry(tx: Tx, entryId: string): Promise<Held> {
  const [, [entry]] = await Promise.all([
    tx.rows(
      Prisma.sql`SELECT 1 FROM customer WHERE id = (SELECT customer_id FROM time_entry WHERE id = ${entryId}::uuid) FOR UPDATE`,
    ),
    tx.rows<Held>(Prisma.sql`SELECT t.customer_id AS "customerId", t.employee_id AS "employeeId", t.case_id AS "caseId",
        t.project_id AS "projectId", t.correction IS NOT DISTINCT FROM 'reversal' OR ${isTakenBack} AS "isTakenBack",
        is_settled_time(t.id) AS "isSettled"
      FROM time_entry t WHERE t.id = ${entryId}::uuid FOR UPDATE OF t`),
  ])
  if (entry === undefined) throw new Refusal('not_found')
  return entry
}

/** Resolves with the minutes that were decided on. */
async function settleHolds(
  tx: Tx,
  entryId: string,
  verdict: 'accepted' | 'declined',
  holds: ('approval' | 'blocked')[],
): Promise<number> {
  const settled = await tx.rows<{
    minutes: number
  }>(Prisma.sql`UPDATE cover_piece SET hold = ${verdict === 'declined' ? 'declined' : null}
    WHERE entry_id = ${entryId}::uuid AND hold = ANY(${holds}::text[]) RETURNING minutes`)
  return settled.reduce((sum, { minutes }) => sum + minutes, 0)
}
