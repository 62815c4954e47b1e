import { Refusal } from '@timedesk/contracts/refusal'
import type { TextScope } from '@timedesk/contracts/texts'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { requireActive } from '../platform/db/references.ts'

/** Whose a text is: nobody's in particular, a department's or a person's. */
export type Owned = {
  scope: TextScope
  ownerId: string | null
  departmentId: string | null
}

/** Whether the actor may use text `t`: everyone's, of its own department or one above it, or its own. */
export function isOffered(actor: StaffActor): Prisma.Sql {
  const line = Prisma.sql`ARRAY(WITH RECURSIVE line AS (
    SELECT id, parent_id FROM department WHERE id = ${actor.departmentId}::uuid
    UNION SELECT d.id, d.parent_id FROM department d JOIN line l ON d.id = l.parent_id) SELECT id FROM line)`
  return Prisma.sql`(t.scope = 'everyone' OR t.department_id = ANY(${line}) OR t.owner_id = ${actor.id}::uuid)`
}

/** Whether the actor may see text `t`: who keeps the shared texts sees those of every department. */
export function isVisible(actor: StaffActor): Prisma.Sql {
  return actor.permissions.has('texts:write')
    ? Prisma.sql`(t.scope <> 'private' OR t.owner_id = ${actor.id}::uuid)`
    : isOffered(actor)
}

/** Whether the actor may change a text that it sees. */
export function mayEdit({ permissions, id }: StaffActor, { scope, ownerId }: Owned): boolean {
  return scope === 'private' ? ownerId === id && permissions.has('case:write') : permissions.has('texts:write')
}

/** Refuses with `permission_denied` who may not change such a text. */
export function requireEdit(actor: StaffActor, owned: Owned): void {
  if (!mayEdit(actor, owned)) throw new Refusal('permission_denied', { missingPermission: 'texts:write' })
}

/**
 * Whose a text is to be, for the caller. Refuses who may not write such, a department that is not there, and a
 * department's text without one.
 */
export async function chooseScope(
  tx: Tx,
  actor: StaffActor,
  { scope, departmentId }: { scope: TextScope; departmentId: string | null },
): Promise<Owned & { departmentName: string | null }> {
  const owned = {
    scope,
    ownerId: scope === 'private' ? actor.id : null,
    departmentId: scope === 'department' ? departmentId : null,
  }
  requireEdit(actor, owned)
  if (scope !== 'department') return { ...owned, departmentName: null }
  if (departmentId === null)
    throw new Refusal('invalid_request', {
      fields: [{ pointer: '/body/departmentId', code: 'required', message: 'Say which department’s text it is.' }],
    })
  return { ...owned, departmentName: await requireActive(tx, 'department', departmentId, '/body/departmentId') }
}
