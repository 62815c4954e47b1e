import type { CaseWorker, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { lockChecklist } from './lock-checklist.ts'
import { storeChecklistItems, type NewItem } from './store-checklist-items.ts'

/** Adds an item to the checklist of a case, as the last. Refuses a case that has ended, and one item too many. */
export async function addChecklistItem(
  tx: Tx,
  context: Context<CaseWorker>,
  { caseId, text, isRequired }: { caseId: string } & NewItem,
): Promise<void> {
  const { subject, items } = await lockChecklist(tx, caseId)
  await storeChecklistItems(tx, context, caseId, items.length, [{ text, isRequired }])
  await appendEvents(tx, context, subject, [{ type: 'checklist.item_added', text, isRequired }])
}
