import { Refusal } from '@timedesk/contracts/refusal'
import type { CaseType, updateCaseType as contract } from '@timedesk/contracts/case-settings'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { bringAllIntoWorkflows } from '../helpdesk/moves/bring-into-workflow.ts'
import { lockWorkflows } from '../helpdesk/moves/lock-workflows.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { chooseReference } from '../platform/db/references.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { lockCaseTypeTree, takenCaseTypeFields } from './create-case-type.ts'
import { findCaseType } from './find-case-types.ts'

/**
 * Changes, moves or deactivates a case type. Its cases stay as they are, but for those that it brings into a workflow
 * which lacks their status: they go to the nearest one. Refuses a stale version, a name that its
 * siblings know, a place below itself, and references that are not active.
 */
export async function updateCaseType(
  tx: Tx,
  context: Context,
  { caseTypeId, ...wanted }: { caseTypeId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  await lockWorkflows(tx, 'alone')
  await lockCaseTypeTree(tx)
  const before = await findCaseType(tx, caseTypeId)
  requireVersion(before.version, ifMatch)
  if (typeof wanted.parentId === 'string') await refuseCycle(tx, caseTypeId, wanted.parentId)
  const parent = await chooseReference(tx, 'case_type', wanted.parentId, before.parent, '/body/parentId')
  const department = await chooseReference(
    tx,
    'department',
    wanted.departmentId,
    before.department,
    '/body/departmentId',
  )
  const responsible = await chooseReference(
    tx,
    'employee',
    wanted.responsibleId,
    before.responsible,
    '/body/responsibleId',
  )
  const workflow = await chooseReference(tx, 'workflow', wanted.workflowId, before.workflow, '/body/workflowId')
  const after = {
    name: wanted.name ?? before.name,
    position: wanted.position ?? before.position,
    isActive: wanted.isActive ?? before.isActive,
    parent,
    department,
    responsible,
    workflow,
  }
  if (isSame(before, after)) return
  await refuseTaken(takenCaseTypeFields, () =>
    tx.rows(Prisma.sql`
      UPDATE case_type SET name = ${after.name}, position = ${after.position}, is_active = ${after.isActive}, parent_id = ${parent?.id ?? null}::uuid,
             department_id = ${department?.id ?? null}::uuid, responsible_id = ${responsible?.id ?? null}::uuid, workflow_id = ${workflow?.id ?? null}::uuid, version = version + 1
       WHERE id = ${caseTypeId}::uuid`),
  )
  const changes = changesBetween(inNames(before), inNames(after))
  await appendEvents(tx, context, { kind: 'setting', id: caseTypeId }, [
    { type: 'setting.changed', setting: 'case_type', name: after.name, changes },
  ])
  await bringAllIntoWorkflows(tx, context, { cause: 'workflow' })
}

async function refuseCycle(tx: Tx, id: string, parentId: string): Promise<void> {
  const [row] = await tx.rows<{ isBelow: boolean }>(Prisma.sql`
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM case_type WHERE id = ${parentId}::uuid
      UNION SELECT t.id, t.parent_id FROM case_type t JOIN above a ON t.id = a.parent_id)
    SELECT EXISTS (SELECT 1 FROM above WHERE id = ${id}::uuid) AS "isBelow"`)
  if (row?.isBelow === true) throw new Refusal('tree_cycle')
}

type Fields = Pick<CaseType, 'name' | 'position' | 'isActive' | 'parent' | 'department' | 'responsible' | 'workflow'>

function inNames({ name, position, isActive, parent, department, responsible, workflow }: Fields) {
  const names = { parent: parent?.name ?? null, department: department?.name ?? null }
  return {
    name,
    position,
    isActive,
    ...names,
    responsible: responsible?.name ?? null,
    workflow: workflow?.name ?? null,
  }
}

/** Two things may bear one name, so it is their ids that tell. */
function isSame(before: Fields, after: Fields): boolean {
  const idsOf = ({ parent, department, responsible, workflow }: Fields) =>
    [parent, department, responsible, workflow].map((reference) => reference?.id ?? '').join()
  return changesBetween(inNames(before), inNames(after)).length === 0 && idsOf(before) === idsOf(after)
}
