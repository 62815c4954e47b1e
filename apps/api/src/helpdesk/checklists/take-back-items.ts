import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { lockAnyChecklist } from './lock-checklist.ts'

/**
 * Takes items off the checklist of a case that an action which is undone had put there, whether they are required or
 * not. Those that are gone already are no matter. Refuses with `not_found`.
 */
export async function takeBackItems(
  tx: Tx,
  context: Acting,
  { caseId, itemIds }: { caseId: string; itemIds: readonly string[] },
): Promise<void> {
  const { subject, items } = await lockAnyChecklist(tx, caseId)
  const taken = items.filter(({ id }) => itemIds.includes(id))
  await tx.rows(Prisma.sql`DELETE FROM case_checklist_item
    WHERE case_id = ${caseId}::uuid AND id = ANY(${taken.map(({ id }) => id)}::uuid[])`)
  const events = taken.map(({ text }) => ({ type: 'checklist.item_removed' as const, text }))
  await appendEvents(tx, context, subject, events)
}
