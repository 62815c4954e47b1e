import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { refusedReference } from '../lock-case.ts'
import { lockChecklist } from './lock-checklist.ts'

/** Puts the checklist of a case in an order. Refuses a list that does not name each item once. */
export async function orderChecklist(
  tx: Tx,
  { caseId, itemIds }: { caseId: string; itemIds: readonly string[] },
): Promise<void> {
  const { items } = await lockChecklist(tx, caseId)
  const isWhole = items.length === itemIds.length && items.every(({ id }) => itemIds.includes(id))
  if (!isWhole) throw refusedReference('/body/itemIds', 'Each item has to be named once.')
  await tx.rows(Prisma.sql`UPDATE case_checklist_item i SET position = g.position
    FROM unnest(${itemIds}::uuid[]) WITH ORDINALITY AS g (id, position) WHERE i.id = g.id`)
}
