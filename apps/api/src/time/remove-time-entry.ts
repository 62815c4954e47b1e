import { Prisma } from '@timedesk/prisma/client'
import { subjectOfTime } from '../agreements/subject-of-time.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { lockEntry } from './lock-entry.ts'

/** Removes an entry with its rating; the log keeps whose minutes they were and how many. */
export async function removeTimeEntry(tx: Tx, context: Context<StaffActor>, entryId: string): Promise<void> {
  const entry = await lockEntry(tx, context.actor, entryId)
  await tx.rows(Prisma.sql`DELETE FROM time_entry WHERE id = ${entryId}::uuid`)
  await appendEvents(tx, context, subjectOfTime(entry), [
    { type: 'time.removed', entryId, minutes: entry.minutes, employeeName: entry.employeeName },
  ])
}
