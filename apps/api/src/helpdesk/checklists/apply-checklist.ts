import { isEnded } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { CaseWorker, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { refusedReference } from '../lock-case.ts'
import { lockAnyChecklist, lockChecklist, type LockedChecklist } from './lock-checklist.ts'
import { storeChecklistItems, type NewItem } from './store-checklist-items.ts'

type Template = { name: string; items: NewItem[] }

/**
 * Adds the items of a checklist template to a case, but for those that stand there with the same words. Refuses a
 * template that is not active, a case that has ended, and too many items.
 */
export async function applyChecklist(
  tx: Tx,
  context: Context<CaseWorker>,
  { caseId, templateId }: { caseId: string; templateId: string },
): Promise<void> {
  const checklist = await lockChecklist(tx, caseId)
  const template = await findActiveTemplate(tx, templateId)
  if (template === null)
    throw refusedReference('/body/templateId', 'The checklist template does not exist or is not active.')
  await addItemsOf(tx, context, checklist, template, false)
}

/** The same for a new case and the checklist of its case template; one that is not active any more is left out. */
export async function applyChecklistOfTemplate(
  tx: Tx,
  context: Context<CaseWorker>,
  caseId: string,
  checklistId: string,
): Promise<void> {
  const template = await findActiveTemplate(tx, checklistId)
  if (template !== null) await addItemsOf(tx, context, await lockChecklist(tx, caseId), template, false)
}

async function findActiveTemplate(tx: Tx, id: string): Promise<Template | null> {
  const [template] = await tx.rows<Template>(
    Prisma.sql`SELECT name, items FROM checklist_template WHERE id = ${id}::uuid AND is_active`,
  )
  return template ?? null
}

/**
 * Gives a new case the checklists of its type and of those above it. Asked again it changes nothing, whatever became of
 * the items meanwhile.
 */
export async function applyTypeChecklists(tx: Tx, context: Context<CaseWorker>, caseId: string): Promise<void> {
  const templates = await tx.rows<Template>(Prisma.sql`
    WITH RECURSIVE line AS (
      SELECT t.id, t.parent_id FROM support_case c JOIN case_type t ON t.id = c.type_id WHERE c.id = ${caseId}::uuid
      UNION SELECT t.id, t.parent_id FROM line l JOIN case_type t ON t.id = l.parent_id)
    SELECT k.name, k.items FROM checklist_template k
     WHERE k.is_active AND k.type_ids && ARRAY(SELECT id FROM line) ORDER BY k.position, k.name`)
  if (templates.length === 0) return
  const checklist = await lockAnyChecklist(tx, caseId)
  const applied = await tx.rows(Prisma.sql`SELECT 1 FROM event
    WHERE case_id = ${caseId}::uuid AND type = 'checklist.applied' AND payload ->> 'isAutomatic' = 'true' LIMIT 1`)
  if (applied.length > 0 || isEnded(checklist.category)) return
  for (const template of templates) await addItemsOf(tx, context, checklist, template, true)
}

/** What is added stands in `checklist` too, for the next template. */
async function addItemsOf(
  tx: Tx,
  context: Context<CaseWorker>,
  { caseId, subject, items }: LockedChecklist,
  template: Template,
  isAutomatic: boolean,
): Promise<void> {
  const present = new Set(items.map(({ text }) => text))
  const missing = template.items.filter(({ text }) => !present.has(text))
  if (missing.length > 0) await storeChecklistItems(tx, context, caseId, items.length, missing)
  items.push(...missing.map((item) => ({ ...item, id: '', doneAt: null, doneByName: null })))
  await appendEvents(tx, context, subject, [
    { type: 'checklist.applied', name: template.name, items: missing.length, ...(isAutomatic && { isAutomatic }) },
  ])
}
