import type { Pool } from '@timedesk/domain/cover/pool'
import { Prisma } from '@timedesk/prisma/client'

/** A pool with what the ledger says of it. */
export type LoadedPool = Pool & { isOpen: boolean }

/**
 * Pool `pool` as JSON of `LoadedPool`. What a quota carries past its own period is less by what such work drew of it
 * already (R38).
 */
export const poolJson = Prisma.sql`json_build_object('id', pool.id, 'agreementId', pool.agreement_id, 'kind', pool.kind, 'name', pool.name,
  'unit', pool.unit, 'validFrom', pool.valid_from, 'expiresOn', pool.expires_on, 'ownUntil', pool.own_until,
  'carryMax', CASE WHEN pool.carry_max IS NULL OR pool.own_until IS NULL THEN NULL ELSE pool.carry_max + coalesce((
    SELECT sum(l.units) FROM pool_ledger l
    WHERE l.pool_id = pool.id AND l.kind IN ('draw', 'return') AND l.work_date > pool.own_until), 0) END,
  'order', pool.order_number, 'balance', pool.balance, 'liability', pool.liability, 'baseUnits', pool.base_units,
  'baseLiability', pool.base_liability, 'isOpen', pool.is_open)`

/** What movements change of pool `pool`: the columns of a `PoolState`. */
export const stateColumns = Prisma.sql`pool.balance::float8 AS balance, pool.liability::float8 AS liability,
  pool.base_units::float8 AS "baseUnits", pool.base_liability::float8 AS "baseLiability"`

/** Whether ledger row `l` put units in, or took back what was put in. */
export const isGranting = Prisma.sql`l.kind IN ('sale', 'grant', 'adjust', 'transfer_in', 'transfer_out')`

/** Everything that was ever put into pool `pool`: what its use is counted against. */
export const grantedUnits = Prisma.sql`(SELECT coalesce(sum(l.units), 0) FROM pool_ledger l
  WHERE l.pool_id = pool.id AND ${isGranting})::float8`

/** Whether entry piece `p` is a unit that covers all of a case (R19), and was not given back. */
export const isCaseUnit = Prisma.sql`p.units > 0 AND EXISTS (SELECT 1 FROM cover_pool of_case WHERE of_case.id = p.pool_id AND of_case.unit = 'cases')
  AND NOT EXISTS (SELECT 1 FROM pool_ledger back WHERE back.reverses_id = p.ledger_id)`

/** Units that work of a day had drawn, and that count as given back. */
type Returned = { poolId: string; units: number; workDate: string }

/**
 * Pools as cover sees them for work that is (again) to be covered: with what that work gives back. One that is not
 * open has nothing beside that, whatever its balance.
 */
export function poolsForWork(pools: readonly LoadedPool[], returned: readonly Returned[]): Pool[] {
  const byPool = Map.groupBy(returned, ({ poolId }) => poolId)
  return pools.map(({ isOpen, ...pool }) => {
    const { ownUntil, carryMax } = pool
    let balance = isOpen ? pool.balance : 0
    let carried = carryMax
    for (const { units, workDate } of byPool.get(pool.id) ?? []) {
      balance += units
      if (carried !== null && ownUntil !== null && workDate > ownUntil) carried += units
    }
    // What expired in between has no base any more; units that come back bring theirs.
    return { ...pool, balance, baseUnits: Math.max(pool.baseUnits, balance), carryMax: carried }
  })
}
