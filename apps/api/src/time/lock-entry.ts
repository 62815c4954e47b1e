import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'

export type LockedEntry = {
  id: string
  employeeId: string
  employeeName: string
  customerId: string | null
  caseId: string | null
  projectId: string | null
  activityTypeId: string
  activityTypeName: string
  workDate: string
  minutes: number
  isBillable: boolean
  customerText: string
  internalText: string
  version: number
}

/**
 * Holds an entry for change until commit, after its customer's prices, which everybody takes first.
 * Refuses with `not_found`, and with `permission_denied` the entry of somebody else without `time:write_others`.
 */
export async function lockEntry(tx: Tx, actor: StaffActor, entryId: string): Promise<LockedEntry> {
  await tx.rows(
    Prisma.sql`SELECT 1 FROM customer WHERE id = (SELECT customer_id FROM time_entry WHERE id = ${entryId}::uuid) FOR KEY SHARE`,
  )
  const [entry] =
    await tx.rows<LockedEntry>(Prisma.sql`SELECT t.id, t.employee_id AS "employeeId", e.name AS "employeeName",
      t.customer_id AS "customerId", t.case_id AS "caseId", t.project_id AS "projectId",
      t.activity_type_id AS "activityTypeId", ty.name AS "activityTypeName", t.work_date::text AS "workDate", t.minutes,
      t.is_billable AS "isBillable", t.customer_text AS "customerText", t.internal_text AS "internalText", t.version
    FROM time_entry t
    JOIN employee e ON e.id = t.employee_id
    JOIN activity_type ty ON ty.id = t.activity_type_id
    WHERE t.id = ${entryId}::uuid
    FOR UPDATE OF t`)
  if (entry === undefined) throw new Refusal('not_found')
  if (entry.employeeId !== actor.id && !actor.permissions.has('time:write_others'))
    throw new Refusal('permission_denied', { missingPermission: 'time:write_others' })
  return entry
}
