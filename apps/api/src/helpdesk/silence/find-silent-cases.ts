import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

/** A case whose silence has come to a warning or a move, in the order of their ids. */
export type Place = { caseId: string }

/**
 * Cases whose silence may have come to something, from a place on. Whoever takes one looks again under its lock. Each
 * rule reads its own stretch of the index by status and activity.
 */
export async function findSilentCases(reader: Reader, now: Date, after: Place | null, limit: number): Promise<Place[]> {
  const behind = after === null ? Prisma.empty : Prisma.sql`AND c.id > ${after.caseId}::uuid`
  return reader.rows<Place>(Prisma.sql`WITH rule AS MATERIALIZED (
      SELECT w.id AS workflow_id, (s.value ->> 'statusId')::uuid AS status_id, (s.value ->> 'warnAfterDays')::int AS warn_after,
        (s.value ->> 'moveAfterDays')::int AS move_after
      FROM workflow w JOIN workflow_version v ON v.workflow_id = w.id AND v.number = w.version
      CROSS JOIN jsonb_array_elements(v.definition -> 'silence') s
      WHERE w.is_active)
    SELECT c.id AS "caseId" FROM rule r JOIN support_case c ON c.status_id = r.status_id
      AND c.last_activity_at <= ${now}::timestamptz - make_interval(hours => 24 * r.warn_after)
    LEFT JOIN case_mark k ON k.case_id = c.id AND k.kind = 'silence' AND k.since = c.last_activity_at
    WHERE c.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'solved')
      AND (k.at IS NULL OR k.at <= ${now}::timestamptz - make_interval(hours => 24 * (r.move_after - r.warn_after)))
      AND workflow_of_type(c.type_id) = r.workflow_id ${behind}
    ORDER BY c.id LIMIT ${Prisma.raw(String(limit))}`)
}
