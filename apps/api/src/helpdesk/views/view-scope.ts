import { Refusal } from '@timedesk/contracts/refusal'
import type { TextScope } from '@timedesk/contracts/texts'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { requireActive } from '../../platform/db/references.ts'

/** Whose a view is. Each has an owner: of a private one who it belongs to, of a shared one who shared it. */
export type ViewScope = { scope: TextScope; ownerId: string; departmentId: string | null }

/** Whether the actor sees view `v`: everyone's, of its own department or one above it, or one that it owns. */
export function seesView({ id, departmentId }: StaffActor): Prisma.Sql {
  const line = Prisma.sql`ARRAY(WITH RECURSIVE line AS (
    SELECT id, parent_id FROM department WHERE id = ${departmentId}::uuid
    UNION SELECT d.id, d.parent_id FROM department d JOIN line l ON d.id = l.parent_id) SELECT id FROM line)`
  return Prisma.sql`(v.scope = 'everyone' OR v.department_id = ANY(${line}) OR v.owner_id = ${id}::uuid)`
}

/** Whether the actor may change a view that it sees. */
export function mayEditView({ permissions, id }: StaffActor, { scope, ownerId }: ViewScope): boolean {
  return scope === 'private' ? ownerId === id : permissions.has('views:write')
}

/** Refuses with `permission_denied` who may not change such a view. */
export function requireViewEdit(actor: StaffActor, view: ViewScope): void {
  if (!mayEditView(actor, view)) throw new Refusal('permission_denied', { missingPermission: 'views:write' })
}

/**
 * Whose a view is to be, for the caller. Refuses who may not share, a department that is not there, and a department's
 * view without one.
 */
export async function chooseViewScope(
  tx: Tx,
  actor: StaffActor,
  { scope, departmentId }: { scope: TextScope; departmentId: string | null },
): Promise<ViewScope & { departmentName: string | null }> {
  const owned = { scope, ownerId: actor.id, departmentId: scope === 'department' ? departmentId : null }
  requireViewEdit(actor, owned)
  if (scope !== 'department') return { ...owned, departmentName: null }
  if (departmentId === null)
    throw new Refusal('invalid_request', {
      fields: [{ pointer: '/body/departmentId', code: 'required', message: 'Say which department’s view it is.' }],
    })
  return { ...owned, departmentName: await requireActive(tx, 'department', departmentId, '/body/departmentId') }
}
