import { Refusal } from '@timedesk/contracts/refusal'
import type { createCaseType as contract } from '@timedesk/contracts/case-settings'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { lockWorkflows } from '../helpdesk/moves/lock-workflows.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { requireActive } from '../platform/db/references.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { CASE_TYPES_MAX } from './find-case-types.ts'

/** Siblings have names of their own; so do the roots. */
export const takenCaseTypeFields = {
  case_type_parent_id_name_key: '/body/name',
  case_type_root_name_key: '/body/name',
} as const

/**
 * Creates a case type with its default dispatch. Without a position it comes last among its siblings.
 * Refuses a name that its siblings know, and anything above or behind it that is not active.
 */
export async function createCaseType(
  tx: Tx,
  context: Context,
  {
    name,
    parentId = null,
    departmentId = null,
    responsibleId = null,
    workflowId = null,
    position,
  }: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  if (workflowId !== null) await lockWorkflows(tx, 'alone')
  await lockCaseTypeTree(tx)
  if ((await tx.caseType.count()) >= CASE_TYPES_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(CASE_TYPES_MAX)} case types at most.` })
  if (parentId !== null) await requireActive(tx, 'case_type', parentId, '/body/parentId')
  if (departmentId !== null) await requireActive(tx, 'department', departmentId, '/body/departmentId')
  if (responsibleId !== null) await requireActive(tx, 'employee', responsibleId, '/body/responsibleId')
  if (workflowId !== null) await requireActive(tx, 'workflow', workflowId, '/body/workflowId')
  await refuseTaken(takenCaseTypeFields, () =>
    tx.rows(Prisma.sql`
      INSERT INTO case_type (id, name, parent_id, department_id, responsible_id, workflow_id, position)
      SELECT ${id}::uuid, ${name}, ${parentId}::uuid, ${departmentId}::uuid, ${responsibleId}::uuid, ${workflowId}::uuid,
             coalesce(${position ?? null}::int, (SELECT max(position) + 1 FROM case_type WHERE parent_id IS NOT DISTINCT FROM ${parentId}::uuid), 1)`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [{ type: 'setting.created', setting: 'case_type', name }])
  return id
}

/** Changes of the tree take turns: two moves at once could hang two branches below each other. */
export async function lockCaseTypeTree(tx: Tx): Promise<void> {
  await tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('case type tree'))`)
}
