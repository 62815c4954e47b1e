import type { ChecklistItem } from '@timedesk/contracts/checklists'
import { Refusal } from '@timedesk/contracts/refusal'
import { isEnded, type StatusCategory } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { refuseMerged } from '../../platform/db/refuse-merged.ts'
import type { Subject } from '../../platform/events/append-events.ts'
import { findChecklistItems } from './find-checklist.ts'

/** The checklist of a case that nobody else changes until the transaction ends, nor moves the case by. */
export type LockedChecklist = { caseId: string; subject: Subject; category: StatusCategory; items: ChecklistItem[] }

/** Refuses with `not_found`, with `case_merged` a tombstone, and with `case_closed` a case that has ended. */
export async function lockChecklist(tx: Tx, caseId: string): Promise<LockedChecklist> {
  const checklist = await lockAnyChecklist(tx, caseId)
  await refuseMerged(tx, caseId)
  if (isEnded(checklist.category)) throw new Refusal('case_closed')
  return checklist
}

/** The same, of a case that may have ended. */
export async function lockAnyChecklist(tx: Tx, caseId: string): Promise<LockedChecklist> {
  const [row] = await tx.rows<{ customerId: string; category: StatusCategory }>(
    Prisma.sql`SELECT customer_id AS "customerId", category FROM support_case WHERE id = ${caseId}::uuid FOR NO KEY UPDATE`,
  )
  if (row === undefined) throw new Refusal('not_found')
  const subject: Subject = { kind: 'case', id: caseId, caseId, customerId: row.customerId }
  return { caseId, subject, category: row.category, items: await findChecklistItems(tx, caseId) }
}

/** One item of a locked checklist. Refuses with `not_found`. */
export function itemOf({ items }: LockedChecklist, itemId: string): ChecklistItem {
  const item = items.find(({ id }) => id === itemId)
  if (item === undefined) throw new Refusal('not_found')
  return item
}
