import { Prisma } from '@timedesk/prisma/client'
import { poolJson, type LoadedPool } from '../agreements/cover-pools.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import { daysOf, type References } from './ground-query.ts'
import { PERIOD_LOCK_KEY } from './hold-period.ts'
import { keysOf } from './hold-week.ts'

/**
 * Holds for new time, until the transaction ends, everything that must not change under it, in the order that all
 * keep: its case alone, so that what is counted for a case is exact; the customer's prices, the employee's weeks and
 * cost and the books' locks together with other new time; and then alone the pools that it may draw from, those with
 * units that hold on the days. Resolves with them.
 */
export async function holdForTime(tx: Tx, references: References, now: Date): Promise<LoadedPool[]> {
  const { caseId = null, employeeId } = references
  const days = daysOf(references, now)
  const weeks = Prisma.sql`(SELECT ARRAY['cost', date_trunc('week', d.from_day)::date::text, date_trunc('week', d.to_day)::date::text]
    FROM held CROSS JOIN company co CROSS JOIN LATERAL ${days} d)`
  const [, pools] = await Promise.all([
    tx.rows(Prisma.sql`WITH held_case AS (
        SELECT customer_id FROM support_case WHERE id = ${caseId}::uuid FOR NO KEY UPDATE
      ), customer AS (
        SELECT id FROM customer WHERE id = ${customerOf(references, Prisma.sql`(SELECT customer_id FROM held_case)`)} FOR KEY SHARE
      ), held AS MATERIALIZED (SELECT count(*) FROM customer)
      SELECT pg_advisory_xact_lock_shared(g.key) FROM (${keysOf(employeeId, weeks)}) g
      UNION ALL SELECT pg_advisory_xact_lock_shared(${PERIOD_LOCK_KEY})`),
    readPools(tx, references, now, Prisma.sql`FOR UPDATE OF pool`),
  ])
  return pools
}

/** The pools with units that hold on the days of time, for whoever writes nothing. */
export async function findPools(reader: Reader, references: References, now: Date): Promise<LoadedPool[]> {
  return readPools(reader, references, now, Prisma.empty)
}

async function readPools(
  reader: Reader,
  references: References,
  now: Date,
  locking: Prisma.Sql,
): Promise<LoadedPool[]> {
  const byCase = Prisma.sql`(SELECT customer_id FROM support_case WHERE id = ${references.caseId ?? null}::uuid)`
  const found = await reader.rows<{ pool: LoadedPool }>(Prisma.sql`SELECT ${poolJson} AS pool
    FROM cover_pool pool CROSS JOIN company co CROSS JOIN LATERAL ${daysOf(references, now)} d
    WHERE pool.customer_id = ${customerOf(references, byCase)} AND pool.is_open AND pool.balance > 0 AND pool.valid_from <= d.to_day
      AND (pool.expires_on IS NULL OR pool.expires_on >= d.from_day)
    ORDER BY pool.id ${locking}`)
  return found.map(({ pool }) => pool)
}

/** Looks up only what was named: a case, else a project or a task. */
function customerOf({ caseId = null, projectId = null, taskId = null }: References, byCase: Prisma.Sql): Prisma.Sql {
  if (caseId !== null) return byCase
  return Prisma.sql`coalesce((SELECT customer_id FROM project WHERE id = ${projectId}::uuid),
    (SELECT customer_id FROM project_task WHERE id = ${taskId}::uuid))`
}
