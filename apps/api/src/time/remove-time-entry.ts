import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import { rateDependents } from '../agreements/rate-again.ts'
import { returnDraws } from '../agreements/return-draws.ts'
import { subjectOfTime } from '../agreements/subject-of-time.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { findOpenEntry, lockEntry } from './lock-entry.ts'

/**
 * Removes an entry with its rating: what it drew goes back, and what was rounded or covered along with it is rated
 * anew. The log keeps whose minutes they were and how many. Refuses what `lockEntry` refuses, and with `time_settled` what
 * was on a posted document, though it was credited since.
 */
export async function removeTimeEntry(tx: Tx, context: Context<StaffActor>, entryId: string): Promise<void> {
  const entry = await findOpenEntry(tx, context.actor, entryId)
  await lockEntry(tx, context.actor, entry)
  await refuseInvoiced(tx, entryId)
  const { units } = await returnDraws(tx, context, entry)
  await tx.rows(Prisma.sql`DELETE FROM time_entry WHERE id = ${entryId}::uuid`)
  await appendEvents(tx, context, subjectOfTime(entry), [
    { type: 'time.removed', entryId, minutes: entry.minutes, employeeName: entry.employeeName },
  ])
  await rateDependents(tx, context, entry.customerId, [{ group: entry.isBillable ? entry : null, units }])
}

async function refuseInvoiced(tx: Tx, entryId: string): Promise<void> {
  const invoiced = await tx.rows(Prisma.sql`SELECT 1 FROM invoice_source WHERE entry_id = ${entryId}::uuid LIMIT 1`)
  if (invoiced.length > 0)
    throw new Refusal('time_settled', { detail: 'It was on an invoice that names it. Make it non-billable instead.' })
}
