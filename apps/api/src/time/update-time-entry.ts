import type { updateTimeEntry as contract } from '@timedesk/contracts/time'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { rateMoved } from '../agreements/rate-moved.ts'
import { subjectOfTime } from '../agreements/subject-of-time.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { costOfWork } from './cost-of-work.ts'
import { decideChange, differenceOf, fieldsOf, type EntryFields } from './decide-change.ts'
import { demandPermission } from './demand-permission.ts'
import { findTimeGround, type TimeGround } from './find-ground.ts'
import { findPools } from './hold-time.ts'
import { findOpenEntry, lockEntry } from './lock-entry.ts'
import { planChange } from './plan-change.ts'
import { readEntry, shownOf, type EntryBefore } from './read-entry.ts'

type Wanted = z.output<typeof contract.body>

/**
 * Changes an entry in place, or moves it to another case, project or day. Whatever decides its worth covers and rates
 * it anew under today's prices: drawn units go back first. The log tells each change and what it did to the amount.
 * A new activity type decides anew whether the time is billable, unless the change says so itself.
 * Refuses a stale version, what cannot be referred to, a price of its own without `agreement:write`, and what
 * `lockEntry` refuses.
 */
export async function updateTimeEntry(
  tx: Tx,
  context: Context<StaffActor>,
  { entryId, ...wanted }: { entryId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  const { actor, now } = context
  if (wanted.ratePerHour !== undefined) demandPermission(actor, 'agreement:write')
  const before = await findOpenEntry(tx, actor, entryId)
  requireVersion(before.version, ifMatch)
  const planned = planChange(before, wanted)
  await lockEntry(tx, actor, before, planned)
  const references = { ...planned, employeeId: before.employeeId, entryId, clock: planned }
  const pools = findPools(tx, references, now)
  const ground = await findTimeGround(tx, { references, now, pointer: '/body', pools })
  const after = decideChange(actor, before, planned, wanted, ground)
  const difference = differenceOf(fieldsOf(before), after)
  if (difference === 'none') return
  await storeFields(tx, before, after, ground)
  if (difference === 'worth') await rateMoved(tx, context, before, after.customerId)
  const shown = shownOf(await readEntry(tx, entryId))
  await appendEvents(tx, context, subjectOfTime(before), [
    { type: 'time.changed', entryId, changes: changesBetween(shownOf(before), shown) },
  ])
}

/** On another case it belongs to no message any more; at another customer its agreement is yet to be found. */
async function storeFields(tx: Tx, before: EntryBefore, after: EntryFields, { costRates }: TimeGround): Promise<void> {
  const { startMs, endMs } = after
  const isMoved = after.caseId !== before.caseId
  const { costRate, cost } = costOfWork(after, costRates)
  await Promise.all([
    tx.rows(Prisma.sql`UPDATE time_entry SET customer_id = ${after.customerId}::uuid, case_id = ${after.caseId}::uuid,
        project_id = ${after.projectId}::uuid, task_id = ${after.taskId}::uuid, activity_type_id = ${after.activityTypeId}::uuid,
        price_class_id = ${after.priceClassId}::uuid, work_date = ${after.workDate}::date, booked_on = ${after.bookedOn}::date,
        is_late = ${after.isLate}, started_at = ${startMs === null ? null : new Date(startMs)}, ended_at = ${endMs === null ? null : new Date(endMs)},
        minutes = ${after.minutes}, billable_choice = ${after.billableChoice}::bool, rate_override = ${after.rateOverride}::int,
        customer_text = ${after.customerText}, internal_text = ${after.internalText}, version = version + 1,
        agreement_id = CASE WHEN customer_id IS NOT DISTINCT FROM ${after.customerId}::uuid THEN agreement_id END,
        reply_id = CASE WHEN ${isMoved}::bool THEN NULL ELSE reply_id END, note_id = CASE WHEN ${isMoved}::bool THEN NULL ELSE note_id END
      WHERE id = ${before.id}::uuid`),
    // Who holds it holds it wherever it goes.
    tx.rows(Prisma.sql`UPDATE potential_mark SET customer_id = ${after.customerId}::uuid
      WHERE source = 'time' AND subject_id = ${before.id}::uuid AND customer_id <> ${after.customerId}::uuid`),
    tx.rows(Prisma.sql`UPDATE time_rating SET cost_rate = ${costRate}::int, cost = ${cost}::bigint
      WHERE entry_id = ${before.id}::uuid`),
  ])
}
