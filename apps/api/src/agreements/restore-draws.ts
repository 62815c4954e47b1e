import { applyDraw, type PoolState } from '@timedesk/domain/cover/draw'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { stateColumns } from './cover-pools.ts'
import { appendLedger, type Movement } from './pools/append-ledger.ts'

/** A draw of a piece that was given back. Units positive. */
type LostDraw = {
  pieceId: string
  poolId: string
  customerId: string
  units: number
  caseId: string | null
  workDate: string
  minutes: number
  /** Whether other work has drawn the case's unit meanwhile. */
  isTaken: boolean
}

/**
 * Draws anew for an entry what was given back when it was corrected, now that it is not corrected any more. Its
 * figures stay to the minor unit, in a closed period too; only the movements behind its pieces are new, and earn their
 * share of what is there now (R24). Resolves with false, and has done nothing, when the units are not there any more.
 * Whoever calls this holds the customer alone.
 */
export async function restoreDraws(tx: Tx, context: Acting, entryId: string): Promise<boolean> {
  const [pools, lost] = await Promise.all([lockPoolsOf(tx, entryId), findLostDraws(tx, entryId)])
  const movements: Movement[] = []
  for (const { units, isTaken, pieceId: _pieceId, ...shown } of lost) {
    const pool = pools.get(shown.poolId)
    if (pool === undefined || isTaken || units > pool.balance) return false
    const drawn = applyDraw(pool, units)
    pools.set(shown.poolId, drawn.pool)
    const ledgerId = context.newId()
    movements.push({ ...shown, id: ledgerId, kind: 'draw', units: -units, revenue: drawn.revenue, entryId })
  }
  await appendLedger(tx, context, movements)
  await tx.rows(Prisma.sql`UPDATE cover_piece p SET ledger_id = g.ledger_id
    FROM unnest(${lost.map(({ pieceId }) => pieceId)}::uuid[], ${movements.map(({ id }) => id)}::uuid[]) AS g (piece_id, ledger_id)
    WHERE p.id = g.piece_id`)
  return true
}

async function lockPoolsOf(tx: Tx, entryId: string): Promise<Map<string, PoolState>> {
  const pools = await tx.rows<PoolState & { id: string }>(Prisma.sql`
    SELECT pool.id, ${stateColumns}
      FROM cover_pool pool WHERE pool.id IN (SELECT p.pool_id FROM cover_piece p WHERE p.entry_id = ${entryId}::uuid)
     ORDER BY pool.id FOR UPDATE`)
  return new Map(pools.map((pool) => [pool.id, pool]))
}

async function findLostDraws(tx: Tx, entryId: string): Promise<LostDraw[]> {
  return tx.rows<LostDraw>(Prisma.sql`
    SELECT p.id AS "pieceId", l.pool_id AS "poolId", l.customer_id AS "customerId", -l.units::float8 AS units, l.case_id AS "caseId",
           l.work_date::text AS "workDate", l.minutes,
           pool.unit = 'cases' AND EXISTS (SELECT 1 FROM pool_ledger o
             WHERE o.pool_id = l.pool_id AND o.case_id = l.case_id AND o.kind = 'draw'
               AND NOT EXISTS (SELECT 1 FROM pool_ledger back WHERE back.reverses_id = o.id)) AS "isTaken"
      FROM cover_piece p JOIN pool_ledger l ON l.id = p.ledger_id JOIN cover_pool pool ON pool.id = l.pool_id
     WHERE p.entry_id = ${entryId}::uuid AND l.kind = 'draw' AND EXISTS (SELECT 1 FROM pool_ledger back WHERE back.reverses_id = l.id)
     ORDER BY p.position`)
}
