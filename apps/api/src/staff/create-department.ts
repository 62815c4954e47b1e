import type { createDepartment as contract } from '@timedesk/contracts/staff'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { requireActive } from '../platform/db/references.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'

/** Siblings have names of their own; so do the roots. */
export const takenDepartmentFields = {
  department_parent_id_name_key: '/body/name',
  department_root_name_key: '/body/name',
} as const

/** Creates a department below an active one, or a root. Refuses a name that its siblings know already. */
export async function createDepartment(
  tx: Tx,
  context: Context,
  { name, parentId }: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  if (parentId !== null) await requireActive(tx, 'department', parentId, '/body/parentId')
  await refuseTaken(takenDepartmentFields, () =>
    tx.rows(
      Prisma.sql`INSERT INTO department (id, name, parent_id, created_at) VALUES (${id}::uuid, ${name}, ${parentId}::uuid, ${context.now})`,
    ),
  )
  await appendEvents(tx, context, { kind: 'department', id }, [{ type: 'department.created', name }])
  return id
}
