import { scopeOfPermission } from '@timedesk/contracts/access'
import type { BulkChange } from '@timedesk/contracts/bulk-changes'
import { Refusal } from '@timedesk/contracts/refusal'
import { permissionsFor } from '@timedesk/domain/bulk/bulk-changes'
import type { StaffActor } from '../platform/context.ts'

/**
 * Refuses who may not make the changes by hand: with `scope_missing` a token that lacks what its owner may do, else
 * with `permission_denied`.
 */
export function requirePermissions(
  { permissions, scopes }: Pick<StaffActor, 'permissions' | 'scopes'>,
  changes: readonly BulkChange[],
): void {
  const missing = permissionsFor(changes).find((permission) => !permissions.has(permission))
  if (missing === undefined) return
  const scope = scopeOfPermission[missing]
  if (scopes !== null && !scopes.includes(scope)) throw new Refusal('scope_missing', { missingPermission: scope })
  throw new Refusal('permission_denied', { missingPermission: missing })
}
