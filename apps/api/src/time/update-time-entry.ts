import type { updateTimeEntry as contract } from '@timedesk/contracts/time'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { rateStored } from '../agreements/rate-stored.ts'
import { subjectOfTime } from '../agreements/subject-of-time.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { refusedReference } from '../platform/http/refused-reference.ts'
import { lockEntry, type LockedEntry } from './lock-entry.ts'
import { decideBillable } from './register-time.ts'

type Wanted = z.output<typeof contract.body>

/**
 * Corrects an entry; other minutes, another day or another billing rate it anew under today's prices. The log tells each
 * change and what it did to the amount.
 * A new activity type decides anew whether the time is billable, unless the correction says so itself.
 * Refuses a stale version, an inactive activity type, and somebody else's entry without `time:write_others`.
 */
export async function updateTimeEntry(
  tx: Tx,
  context: Context<StaffActor>,
  { entryId, ...wanted }: { entryId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  const before = await lockEntry(tx, context.actor, entryId)
  requireVersion(before.version, ifMatch)
  const after = await corrected(tx, before, wanted)
  const changes = changesBetween(shownOf(before), shownOf(after))
  if (changes.length === 0) return
  await tx.rows(Prisma.sql`UPDATE time_entry SET activity_type_id = ${after.activityTypeId}::uuid, work_date = ${after.workDate}::date,
      minutes = ${after.minutes}, is_billable = ${after.isBillable}, customer_text = ${after.customerText},
      internal_text = ${after.internalText}, version = version + 1
    WHERE id = ${entryId}::uuid`)
  const [rated] = isWorthTheSame(before, after)
    ? []
    : await rateStored(tx, context, Prisma.sql`t.id = ${entryId}::uuid`)
  const worth = rated === undefined ? [] : changesBetween(rated.before, rated.after)
  await appendEvents(tx, context, subjectOfTime(before), [
    { type: 'time.changed', entryId, changes: [...changes, ...worth] },
  ])
}

async function corrected(tx: Tx, before: LockedEntry, wanted: Wanted): Promise<LockedEntry> {
  const { activityTypeId = before.activityTypeId } = wanted
  const isSameType = activityTypeId === before.activityTypeId
  const type = isSameType
    ? { name: before.activityTypeName, isBillable: before.isBillable }
    : await findActiveType(tx, activityTypeId)
  return {
    ...before,
    activityTypeId,
    activityTypeName: type.name,
    workDate: wanted.workDate ?? before.workDate,
    minutes: wanted.minutes ?? before.minutes,
    isBillable: decideBillable(before.customerId, wanted.isBillable, type.isBillable, '/body'),
    customerText: wanted.customerText ?? before.customerText,
    internalText: wanted.internalText ?? before.internalText,
  }
}

async function findActiveType(tx: Tx, id: string): Promise<{ name: string; isBillable: boolean }> {
  const type = await tx.activityType.findUnique({
    where: { id },
    select: { name: true, isBillable: true, isActive: true },
  })
  if (type?.isActive !== true)
    throw refusedReference('/body/activityTypeId', 'The activity type does not exist or is not active.')
  return type
}

/** A corrected text alone does not bring today's prices to work of before. */
function isWorthTheSame(before: LockedEntry, after: LockedEntry): boolean {
  return (
    before.minutes === after.minutes && before.workDate === after.workDate && before.isBillable === after.isBillable
  )
}

function shownOf({ activityTypeName, workDate, minutes, isBillable, customerText, internalText }: LockedEntry) {
  return { activityType: activityTypeName, workDate, minutes, isBillable, customerText, internalText }
}
