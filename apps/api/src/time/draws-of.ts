import type { Cover } from '@timedesk/domain/cover/entry'
import type { Pool } from '@timedesk/domain/cover/pool'

/** What covers would take from a pool: its balance before and after them. */
export type Draws = { pool: Pool; before: number; after: number }

/** The pools that covers draw units from, in the order in which they are drawn. */
export function drawsOf(covers: readonly Cover[], pools: readonly Pool[]): Draws[] {
  const unitsByPool = new Map<string, number>()
  for (const { poolId, units } of covers.flatMap(({ pieces }) => pieces)) {
    if (poolId !== null && units !== null && units > 0) unitsByPool.set(poolId, (unitsByPool.get(poolId) ?? 0) + units)
  }
  return [...unitsByPool].flatMap(([poolId, units]) => {
    const pool = pools.find(({ id }) => id === poolId)
    return pool === undefined ? [] : [{ pool, before: pool.balance, after: pool.balance - units }]
  })
}
