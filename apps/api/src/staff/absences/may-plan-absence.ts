import { scopeOfPermission } from '@timedesk/contracts/access'
import { Refusal } from '@timedesk/contracts/refusal'
import type { StaffActor } from '../../platform/context.ts'

const PERMISSION = 'absence:write'

/** Whether somebody may plan the absence of an employee: their own, or with the right to plan that of everybody. */
export function mayPlanAbsence({ id, scopes, permissions }: StaffActor, employeeId: string): boolean {
  if (permissions.has(PERMISSION)) return true
  return id === employeeId && (scopes === null || scopes.includes(scopeOfPermission[PERMISSION]))
}

/** Refuses with `permission_denied` who may plan their own absence only. */
export function requireAbsenceRight(actor: StaffActor, employeeId: string): void {
  if (!mayPlanAbsence(actor, employeeId)) throw new Refusal('permission_denied', { missingPermission: PERMISSION })
}
