import type { changeCaseStatus as contract } from '@timedesk/contracts/cases'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { CaseWorker, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { dispatchCase } from '../dispatch-case.ts'
import { updateCase } from '../update-case.ts'
import { lockWorkflows } from './lock-workflows.ts'

/** What may come with a move, beside where it goes. */
export type MoveTerms = Partial<Omit<z.output<typeof contract.body>, 'statusId'>>

/**
 * Fills in what a move brings along, before it is decided whether it is enough. Refuses with `permission_denied` an
 * override by whom it is not for, with `reference_refused` a type whose cases move by another workflow, and what
 * changing those fields refuses, with pointers below `/body/fill`.
 */
export async function prepareMove(
  tx: Tx,
  context: Context<CaseWorker>,
  caseId: string,
  { fill, resolution, override }: MoveTerms,
): Promise<void> {
  if (override !== undefined) requirePermission(context.actor, 'workflow:override')
  const { responsibleId, ...fields } = fill ?? {}
  if (resolution === undefined && fill === undefined) return
  // Before any row: a move takes its locks in this order.
  await lockWorkflows(tx, 'shared')
  if (fields.typeId !== undefined) await refuseOtherWorkflow(tx, caseId, fields.typeId)
  if (resolution !== undefined) await updateCase(tx, context, { caseId, resolution }, null)
  await pointingAtFill(async () => {
    if (Object.keys(fields).length > 0) await updateCase(tx, context, { caseId, ...fields }, null)
    if (responsibleId !== undefined) await giveTo(tx, context, caseId, responsibleId)
  })
}

/** A move is judged by the workflow that it was chosen in: it cannot bring another one along. */
async function refuseOtherWorkflow(tx: Tx, caseId: string, typeId: string): Promise<void> {
  const [row] = await tx.rows<{ isOther: boolean }>(Prisma.sql`
    SELECT workflow_of_type(c.type_id) <> workflow_of_type(t.id) AS "isOther"
      FROM support_case c JOIN case_type t ON t.id = ${typeId}::uuid WHERE c.id = ${caseId}::uuid FOR NO KEY UPDATE OF c`)
  if (row?.isOther !== true) return
  const message = 'Cases of this type move by another workflow: change the type first, then move the case.'
  const fields = [{ pointer: '/body/fill/typeId', code: 'other_workflow', message }]
  throw new Refusal('reference_refused', { detail: message, fields })
}

async function giveTo(tx: Tx, context: Context<CaseWorker>, caseId: string, responsibleId: string): Promise<void> {
  requirePermission(context.actor, 'case:dispatch')
  const [row] = await tx.rows<{ departmentId: string }>(
    Prisma.sql`SELECT department_id AS "departmentId" FROM support_case WHERE id = ${caseId}::uuid FOR NO KEY UPDATE`,
  )
  if (row === undefined) throw new Refusal('not_found')
  await dispatchCase(tx, context, { caseId, departmentId: row.departmentId, responsibleId })
}

function requirePermission(actor: CaseWorker, permission: 'workflow:override' | 'case:dispatch'): void {
  const isPerson = actor.kind === 'employee' || actor.kind === 'token'
  if (isPerson && !actor.permissions.has(permission))
    throw new Refusal('permission_denied', { missingPermission: permission })
}

/** Refusals of fields point at where the move's request has them. */
async function pointingAtFill(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.details.fields === undefined) throw error
    const fields = error.details.fields.map((field) => ({
      ...field,
      pointer: field.pointer.replace(/^\/body\//u, '/body/fill/'),
    }))
    throw new Refusal(error.code, { ...error.details, fields })
  }
}
