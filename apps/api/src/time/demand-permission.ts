import type { Permission } from '@timedesk/contracts/access'
import { Refusal } from '@timedesk/contracts/refusal'
import type { StaffActor } from '../platform/context.ts'

/** Refuses with `permission_denied` whoever may not do what only some fields of a request ask for. */
export function demandPermission({ permissions }: StaffActor, permission: Permission): void {
  if (!permissions.has(permission)) throw new Refusal('permission_denied', { missingPermission: permission })
}
