import type { IntegrityReport } from '@timedesk/contracts/integrity'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../db/database.ts'

const EXAMPLES_MAX = 10

type Check = IntegrityReport['checks'][number]

/**
 * Every check that the database knows, with what breaks it now. The checks are read out of the views that make them,
 * so that one which finds nothing is told of too, and a new one needs no second list.
 */
export async function findIntegrity(reader: Reader, now: Date): Promise<IntegrityReport> {
  const checks = await reader.rows<Check>(Prisma.sql`SELECT k.kind, coalesce(v.violations, 0)::int AS violations,
      coalesce(v.examples, '{}') AS examples
    FROM (SELECT m[1] AS kind, min(place) AS place
      FROM regexp_matches(concat_ws(E'\\n', pg_get_viewdef('settlement_violations'::regclass),
          pg_get_viewdef('invoicing_violations'::regclass), pg_get_viewdef('workflow_violations'::regclass)), '^ *SELECT ''([a-z_]+)''::text', 'gn')
        WITH ORDINALITY AS found (m, place) GROUP BY m[1]) k
    LEFT JOIN (SELECT kind, count(*) AS violations, (array_agg(subject ORDER BY subject))[1:${EXAMPLES_MAX}::int] AS examples
      FROM integrity_violations GROUP BY kind) v ON v.kind = k.kind
    ORDER BY k.place`)
  return { checkedAt: now.toISOString(), isSound: checks.every(({ violations }) => violations === 0), checks }
}
