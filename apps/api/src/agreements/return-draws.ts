import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendLedger, type Movement } from './pools/append-ledger.ts'

/** Units of a case or of minutes that were given back. */
type Returned = { units: { caseId: string | null; poolId: string }[] }

type Row = Movement & { reversesId: string }

/** Gives back what an entry has drawn. Whoever calls this holds its customer alone. */
export async function returnDraws(tx: Tx, context: Acting, { id }: { id: string }): Promise<Returned> {
  const draws =
    await tx.rows<Row>(Prisma.sql`SELECT l.customer_id AS "customerId", l.pool_id AS "poolId", 'return' AS kind,
      -l.units::float8 AS units, -l.revenue::float8 AS revenue, l.entry_id AS "entryId", l.case_id AS "caseId", l.work_date::text AS "workDate",
      l.minutes, l.id AS "reversesId"
    FROM cover_piece p JOIN pool_ledger l ON l.id = p.ledger_id
    WHERE p.entry_id = ${id}::uuid AND l.kind = 'draw' AND NOT EXISTS (SELECT 1 FROM pool_ledger back WHERE back.reverses_id = l.id)
    ORDER BY p.position`)
  await appendLedger(tx, context, draws)
  return { units: draws.map(({ caseId = null, poolId }) => ({ caseId, poolId })) }
}
