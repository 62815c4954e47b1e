import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { CaseWorker, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents, type QuietEvent } from '../../platform/events/append-events.ts'
import { itemOf, lockChecklist } from './lock-checklist.ts'

type Wanted = { text?: string | undefined; isRequired?: boolean | undefined; isDone?: boolean | undefined }

/**
 * Ticks or changes an item of a case's checklist. Refuses a case that has ended; and, with `permission_denied`, that
 * somebody makes a required item optional who may not override gates: also one that is done, since its tick may be
 * taken away afterwards.
 */
export async function updateChecklistItem(
  tx: Tx,
  context: Context<CaseWorker>,
  { caseId, itemId, ...wanted }: { caseId: string; itemId: string } & Wanted,
): Promise<void> {
  const checklist = await lockChecklist(tx, caseId)
  const before = itemOf(checklist, itemId)
  const text = wanted.text ?? before.text
  const isRequired = wanted.isRequired ?? before.isRequired
  const wasDone = before.doneAt !== null
  const isDone = wanted.isDone ?? wasDone
  if (before.isRequired && !isRequired) requireLoosening(context.actor)
  const events: QuietEvent[] = []
  if (text !== before.text || isRequired !== before.isRequired)
    events.push({ type: 'checklist.item_changed', text, isRequired })
  if (isDone !== wasDone) events.push({ type: 'checklist.item_ticked', text, isDone })
  if (events.length === 0) return
  await tx.rows(
    Prisma.sql`UPDATE case_checklist_item SET text = ${text}, is_required = ${isRequired} WHERE id = ${itemId}::uuid`,
  )
  if (isDone !== wasDone) await tx.rows(tickUpdate(context, itemId, isDone))
  await appendEvents(tx, context, checklist.subject, events)
}

function tickUpdate({ actor, now }: Context<CaseWorker>, itemId: string, isDone: boolean): Prisma.Sql {
  return isDone
    ? Prisma.sql`UPDATE case_checklist_item SET done_at = ${now}, done_by_id = ${actor.id}::uuid, done_by_name = ${actor.name} WHERE id = ${itemId}::uuid`
    : Prisma.sql`UPDATE case_checklist_item SET done_at = NULL, done_by_id = NULL, done_by_name = NULL WHERE id = ${itemId}::uuid`
}

/** Who takes away what a gate waits for passes that gate: it takes the same right. */
export function requireLoosening(actor: CaseWorker): void {
  if ('permissions' in actor && !actor.permissions.has('workflow:override'))
    throw new Refusal('permission_denied', { missingPermission: 'workflow:override' })
}
