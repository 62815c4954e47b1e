import type { CaseChecklist, ChecklistItem } from '@timedesk/contracts/checklists'
import { isEnded, type StatusCategory } from '@timedesk/domain/helpdesk/status'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'

type Row = Omit<ChecklistItem, 'doneAt'> & { doneAt: Date | null }

/** The items of a case's checklist, in their order. */
export async function findChecklistItems(reader: Reader, caseId: string): Promise<ChecklistItem[]> {
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT i.id, i.text, i.is_required AS "isRequired", i.done_at AS "doneAt",
      i.done_by_name AS "doneByName"
    FROM case_checklist_item i WHERE i.case_id = ${caseId}::uuid ORDER BY i.position, i.id`)
  return rows.map(({ doneAt, ...row }) => ({ ...row, doneAt: doneAt?.toISOString() ?? null }))
}

/** The checklist of a case, with what the reader may do with it. Refuses with `not_found`. */
export async function findChecklist(
  reader: Reader,
  { permissions }: StaffActor,
  caseId: string,
): Promise<CaseChecklist> {
  const [[found], data] = await Promise.all([
    reader.rows<{ category: StatusCategory }>(Prisma.sql`SELECT category FROM support_case WHERE id = ${caseId}::uuid`),
    findChecklistItems(reader, caseId),
  ])
  if (found === undefined) throw new Refusal('not_found')
  const edit = permissions.has('case:write') && !isEnded(found.category)
  return {
    data,
    isDone: data.every((item) => !isHolding(item)),
    can: { edit, loosen: edit && permissions.has('workflow:override') },
  }
}

/** Whether all required items of a case are done: its gate `checklist_done` is open. */
export async function isChecklistDone(reader: Reader, caseId: string): Promise<boolean> {
  const items = await findChecklistItems(reader, caseId)
  return items.every((item) => !isHolding(item))
}

/** Whether an item keeps the gate closed. */
function isHolding({ isRequired, doneAt }: Pick<ChecklistItem, 'isRequired' | 'doneAt'>): boolean {
  return isRequired && doneAt === null
}
