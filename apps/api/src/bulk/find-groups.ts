import type { BulkGroup } from '@timedesk/contracts/bulk-actions'
import { BULK_EXAMPLES_MAX } from '@timedesk/contracts/limits'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** The dry run, what was carried out, or what stayed when it was undone. */
export type Stage = 'plan' | 'result' | 'undo'

const reasons: Record<Stage, Prisma.Sql> = {
  plan: Prisma.sql`SELECT w.planned_refusal AS reason WHERE w.planned_refusal IS NOT NULL`,
  result: Prisma.sql`SELECT w.refusal AS reason WHERE w.refusal IS NOT NULL`,
  undo: Prisma.sql`SELECT DISTINCT ON (k ->> 'code') k AS reason FROM jsonb_array_elements(w.kept) k`,
}

/** Cases of bulk actions by the reason for which they were refused or kept, the most frequent first, with examples. */
export async function findGroups(
  reader: Reader,
  bulkIds: readonly string[],
  stage: Stage,
): Promise<Map<string, BulkGroup[]>> {
  const errors = await findErrors(reader, bulkIds, stage)
  const rows = await reader.rows<
    Omit<BulkGroup, 'errors'> & { bulkId: string }
  >(Prisma.sql`SELECT g.bulk_id AS "bulkId", g.code,
      count(*)::int AS cases,
      json_agg(json_build_object('case', json_build_object('id', g.id, 'number', g.number, 'subject', g.subject),
          'detail', g.detail, 'errors', coalesce(g.errors, '[]'))
        ORDER BY g.place) FILTER (WHERE g.place <= ${BULK_EXAMPLES_MAX}::int) AS examples
    FROM (
      SELECT w.bulk_id, r.reason ->> 'code' AS code, r.reason ->> 'detail' AS detail, r.reason -> 'errors' AS errors, c.id, c.number, c.subject,
             row_number() OVER (PARTITION BY w.bulk_id, r.reason ->> 'code' ORDER BY w.position) AS place
        FROM bulk_action_case w CROSS JOIN LATERAL (${reasons[stage]}) r JOIN support_case c ON c.id = w.case_id
       WHERE w.bulk_id = ANY(${[...bulkIds]}::uuid[])) g
    GROUP BY g.bulk_id, g.code ORDER BY count(*) DESC, g.code`)
  const found = new Map<string, BulkGroup[]>()
  for (const { bulkId, ...group } of rows) {
    const of = errors.filter((error) => error.bulkId === bulkId && error.reason === group.code)
    const told = of.map(({ pointer, code, message, cases }) => ({ pointer, code, message, cases }))
    found.set(bulkId, [...(found.get(bulkId) ?? []), { ...group, errors: told }])
  }
  return found
}

type CountedError = BulkGroup['errors'][number] & { bulkId: string; reason: string }

/** What the reasons are about, each thing once with how many cases. */
function findErrors(reader: Reader, bulkIds: readonly string[], stage: Stage): Promise<CountedError[]> {
  return reader.rows<CountedError>(Prisma.sql`SELECT * FROM (
      SELECT w.bulk_id AS "bulkId", r.reason ->> 'code' AS reason, e.error ->> 'pointer' AS pointer,
             e.error ->> 'code' AS code, min(e.error ->> 'message') AS message, count(*)::int AS cases,
             row_number() OVER (PARTITION BY w.bulk_id, r.reason ->> 'code' ORDER BY count(*) DESC, e.error ->> 'code')::int AS place
        FROM bulk_action_case w CROSS JOIN LATERAL (${reasons[stage]}) r
        CROSS JOIN LATERAL jsonb_array_elements(r.reason -> 'errors') AS e (error)
       WHERE w.bulk_id = ANY(${[...bulkIds]}::uuid[])
       GROUP BY w.bulk_id, r.reason ->> 'code', e.error ->> 'pointer', e.error ->> 'code') counted
    WHERE place <= ${BULK_EXAMPLES_MAX}::int ORDER BY place`)
}
