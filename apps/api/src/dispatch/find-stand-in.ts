import { standInFor } from '@timedesk/domain/dispatch/staffing'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { dayOf } from './load-dispatch-ground.ts'

type Row = { employeeId: string; delegateId: string | null; isActive: boolean; isDelegateActive: boolean }

/** Who stands in for somebody who is away at a moment; null for who is there, and where nobody does. */
export async function findStandIn(reader: Reader, employeeId: string, at: Date): Promise<string | null> {
  const rows = await reader.rows<Row>(Prisma.sql`
    SELECT a.employee_id AS "employeeId", a.delegate_id AS "delegateId", e.is_active AS "isActive", coalesce(d.is_active, false) AS "isDelegateActive"
      FROM absence a CROSS JOIN company co JOIN employee e ON e.id = a.employee_id LEFT JOIN employee d ON d.id = a.delegate_id
     WHERE ${dayOf(at)} BETWEEN a.from_day AND a.to_day`)
  const away = new Map(rows.map((row) => [row.employeeId, row.delegateId]))
  if (!away.has(employeeId)) return null
  const active = rows.flatMap((row) => [
    ...(row.isActive ? [row.employeeId] : []),
    ...(row.isDelegateActive && row.delegateId !== null ? [row.delegateId] : []),
  ])
  const people = new Map(active.map((id) => [id, { id, name: '', departmentId: '' }]))
  return standInFor(employeeId, { people, away })
}
