import type { CaseThings, Step } from '@timedesk/domain/bulk/case-things'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

type Row = Pick<CaseThings, 'priority' | 'type' | 'tags' | 'estimate' | 'resolution' | 'fields' | 'follow'> & {
  statusId: string
  solvedAt: Date | null
  closedAt: Date | null
  reopenedCount: number
  departmentId: string
  responsibleId: string | null
  checklist: Step[]
  snoozedUntil: Date | null
  readAt: Date | null
}

/** What a case holds now of all that a bulk action may change; null: there is no such case. */
export async function readThings(reader: Reader, caseId: string, employeeId: string): Promise<CaseThings | null> {
  const own = Prisma.sql`x.case_id = c.id AND x.employee_id = ${employeeId}::uuid`
  const [row] = await reader.rows<Row>(Prisma.sql`SELECT c.status_id AS "statusId", c.solved_at AS "solvedAt",
      c.closed_at AS "closedAt", c.reopened_count AS "reopenedCount", c.priority_id AS priority, c.type_id AS type,
      c.department_id AS "departmentId", c.responsible_id AS "responsibleId", c.tags, c.estimate_minutes AS estimate,
      c.resolution, c.fields,
      (SELECT coalesce(json_agg(json_build_object('id', i.id, 'mark', md5(concat_ws('/', i.text, i.is_required, i.done_at)))
          ORDER BY i.position, i.id), '[]') FROM case_checklist_item i WHERE i.case_id = c.id) AS checklist,
      (SELECT x.until FROM case_snooze x WHERE ${own}) AS "snoozedUntil",
      coalesce((SELECT CASE WHEN x.is_muted THEN 'muted' ELSE 'following' END FROM case_follower x WHERE ${own}), 'none') AS follow,
      (SELECT x.read_at FROM staff_read_mark x WHERE ${own}) AS "readAt"
    FROM support_case c WHERE c.id = ${caseId}::uuid`)
  if (row === undefined) return null
  const { statusId, solvedAt, closedAt, reopenedCount, departmentId, responsibleId, snoozedUntil, readAt, ...rest } =
    row
  return {
    ...rest,
    status: { statusId, solvedAt: isoOf(solvedAt), closedAt: isoOf(closedAt), reopenedCount },
    assignment: { departmentId, responsibleId },
    snooze: isoOf(snoozedUntil),
    read: isoOf(readAt),
  }
}

function isoOf(moment: Date | null): string | null {
  return moment?.toISOString() ?? null
}
