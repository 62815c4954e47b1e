import type { dispatchCase as contract } from '@timedesk/contracts/cases'
import { Refusal } from '@timedesk/contracts/refusal'
import type { Dispatch, DispatchWhy } from '@timedesk/domain/helpdesk/decide-dispatch'
import { isEnded } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { CaseWorker, Context } from '../platform/context.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import { branchOf } from './active-cases.ts'
import { handOn } from './hand-on.ts'
import { lockCase, refusedReference, type LockedCase } from './lock-case.ts'

type Input = { caseId: string } & z.output<typeof contract.body>
type Named = { id: string; name: string }

/**
 * Hands a case to a department's queue, or to a person of the department or of one below it: by hand, unless `why` says
 * that a policy or a rule did it. Where an agreement is for some departments only, its time is covered anew.
 * Refuses with `case_closed`, and with `reference_refused` whom it cannot be given to.
 */
export async function dispatchCase(
  tx: Tx,
  context: Context<CaseWorker>,
  { caseId, departmentId, responsibleId, comment }: Input,
  why: DispatchWhy = { rule: 'by_hand' },
): Promise<void> {
  const before = await lockCase(tx, caseId)
  refuseEnded(before)
  const { department, responsible, ...holder } = await findHolders(tx, before, { departmentId, responsibleId })
  const intent = { department, responsible, ...(comment !== undefined && comment !== '' && { comment }) }
  await handOn(tx, context, before, holder.before, intent, why)
}

/** Refuses with `case_closed` a case that nobody has to take any more. */
export function refuseEnded({ status }: Pick<LockedCase, 'status'>): void {
  if (isEnded(status.category))
    throw new Refusal('case_closed', { detail: `The case is ${status.category}; nobody has to take it.` })
}

/** Who has a case, by name. */
export async function findHolder(
  reader: Reader,
  { departmentId, responsibleId }: Pick<LockedCase, 'departmentId' | 'responsibleId'>,
): Promise<Dispatch> {
  const named = Prisma.sql`json_build_object('id', id, 'name', name)`
  const [row] = await reader.rows<Dispatch>(Prisma.sql`SELECT
    (SELECT ${named} FROM department WHERE id = ${departmentId}::uuid) AS department,
    (SELECT ${named} FROM employee WHERE id = ${responsibleId}::uuid) AS responsible`)
  if (row === undefined) throw new Error('A query of names gave no row')
  return row
}

type Holders = {
  before: { department: Named; responsible: Named | null }
  department: Named
  responsible: Named | null
}
type Row = { department: Named; responsible: Named | null; toDepartment: Named | null; toResponsible: Named | null }

/** Who has the case and who is to have it, by name. */
async function findHolders(
  tx: Tx,
  before: LockedCase,
  { departmentId, responsibleId }: { departmentId: string; responsibleId: string | null },
): Promise<Holders> {
  const named = Prisma.sql`json_build_object('id', id, 'name', name)`
  const [row] = await tx.rows<Row>(Prisma.sql`SELECT
    (SELECT ${named} FROM department WHERE id = ${before.departmentId}::uuid) AS department,
    (SELECT ${named} FROM employee WHERE id = ${before.responsibleId}::uuid) AS responsible,
    (SELECT ${named} FROM department WHERE id = ${departmentId}::uuid AND is_active) AS "toDepartment",
    (SELECT ${named} FROM employee WHERE id = ${responsibleId}::uuid AND is_active AND department_id = ANY(${branchOf(departmentId)})) AS "toResponsible"`)
  if (row === undefined || row.toDepartment === null)
    throw refusedReference('/body/departmentId', 'The department does not exist or is not active.')
  if (responsibleId !== null && row.toResponsible === null)
    throw refusedReference(
      '/body/responsibleId',
      'The employee does not exist, is not active or is of another department.',
    )
  const { department, responsible, toDepartment, toResponsible } = row
  return { before: { department, responsible }, department: toDepartment, responsible: toResponsible }
}
