import { Refusal } from '@timedesk/contracts/refusal'
import type { createDepartment as contract } from '@timedesk/contracts/staff'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'

/** Creates a department below an active one, or a root. Refuses a name that its siblings know already. */
export async function createDepartment(
  tx: Tx,
  context: Context,
  { name, parentId }: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  if (parentId !== null) {
    const parent = await tx.department.findUnique({ where: { id: parentId }, select: { isActive: true } })
    if (parent?.isActive !== true)
      throw new Refusal('reference_refused', { detail: 'The department above does not exist or is not active.' })
  }
  await tx.department.create({ data: { id, name, parentId, createdAt: context.now } })
  await appendEvents(tx, context, { kind: 'department', id }, [{ type: 'department.created', name }])
  return id
}
