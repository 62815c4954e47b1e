import { Prisma } from '@timedesk/prisma/client'
import type { CaseWorker, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { itemOf, lockChecklist } from './lock-checklist.ts'
import { requireLoosening } from './update-checklist-item.ts'

/** Removes an item from the checklist of a case. Refuses a case that has ended, and a required item, as for a change. */
export async function removeChecklistItem(
  tx: Tx,
  context: Context<CaseWorker>,
  { caseId, itemId }: { caseId: string; itemId: string },
): Promise<void> {
  const checklist = await lockChecklist(tx, caseId)
  const item = itemOf(checklist, itemId)
  if (item.isRequired) requireLoosening(context.actor)
  await tx.rows(Prisma.sql`DELETE FROM case_checklist_item WHERE id = ${itemId}::uuid`)
  await appendEvents(tx, context, checklist.subject, [{ type: 'checklist.item_removed', text: item.text }])
}
