import type { ClockKind } from '@timedesk/contracts/clock-kind'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** What a policy does when a share of a target has passed, as it is stored. */
export type StoredEscalation = {
  share: number
  clock: ClockKind | null
  notify: { responsible: boolean; leads: boolean; departmentIds: string[]; employeeIds: string[] }
  assign: { departmentId: string; responsibleId: string | null } | null
}

/** What the policy says today about a share of a clock. */
export async function findEscalations(
  reader: Reader,
  policyId: string | null,
  { clock, share }: { clock: ClockKind; share: number },
): Promise<StoredEscalation[]> {
  if (policyId === null) return []
  const [row] = await reader.rows<{ escalations: StoredEscalation[] }>(
    Prisma.sql`SELECT escalations FROM service_policy WHERE id = ${policyId}::uuid`,
  )
  return (row?.escalations ?? []).filter(
    (escalation) => escalation.share === share && (escalation.clock === null || escalation.clock === clock),
  )
}

/** Whoever leads a department, else the nearest one above it that has somebody; the managers where nobody leads any. */
export async function findLeads(reader: Reader, departmentId: string): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(Prisma.sql`WITH RECURSIVE line AS (
      SELECT id, parent_id, 0 AS height FROM department WHERE id = ${departmentId}::uuid
      UNION ALL SELECT d.id, d.parent_id, l.height + 1 FROM department d JOIN line l ON d.id = l.parent_id),
    lead AS (
      SELECT e.id, rank() OVER (ORDER BY l.height) AS turn FROM line l
        JOIN employee e ON e.department_id = l.id AND e.is_active AND e.role = 'lead')
    SELECT id FROM lead WHERE turn = 1
    UNION ALL SELECT id FROM employee WHERE is_active AND role = 'manager' AND NOT EXISTS (SELECT 1 FROM lead)
    ORDER BY id`)
  return rows.map(({ id }) => id)
}
