import { Prisma } from '@timedesk/prisma/client'

/** Who would follow the survivor: whoever follows the source or answers for it, and neither does there nor wants to. */
export function newFollowers(caseId: string, intoId: string): Prisma.Sql {
  return Prisma.sql`SELECT who.id FROM (
      SELECT employee_id FROM case_follower WHERE case_id = ${caseId}::uuid AND NOT is_muted
      UNION SELECT responsible_id FROM support_case WHERE id = ${caseId}::uuid AND responsible_id IS NOT NULL) who (id)
    WHERE who.id IS DISTINCT FROM (SELECT s.responsible_id FROM support_case s WHERE s.id = ${intoId}::uuid)
      AND NOT EXISTS (SELECT 1 FROM case_follower f WHERE f.case_id = ${intoId}::uuid AND f.employee_id = who.id)`
}
