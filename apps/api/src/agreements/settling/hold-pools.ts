import type { PoolState } from '@timedesk/domain/cover/draw'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { grantedUnits, isGranting, stateColumns } from '../cover-pools.ts'

/** A pool with everything that expiry and warnings depend on. Units are minutes, cases or minor units of money. */
export type HeldPool = PoolState & {
  id: string
  kind: 'voucher' | 'quota'
  name: string
  unit: 'minutes' | 'cases' | 'money' | 'unlimited'
  validFrom: string
  expiresOn: string | null
  ownUntil: string | null
  rolloverMax: number | null
  isTrimmed: boolean
  isOpen: boolean
  /** Everything that was ever put into it. */
  granted: number
  /** What work dated after a quota's own period drew from it. */
  rolledUnits: number
  /** What was put into it, in order, with what was in it then altogether and what was left. */
  fillings: { sequence: number; granted: number; balance: number }[]
}

/** Holds the pools of an agreement, in the order of their ids, until the transaction ends. */
export async function holdPools(tx: Tx, agreementId: string): Promise<HeldPool[]> {
  return tx.rows<HeldPool>(Prisma.sql`SELECT pool.id, pool.kind, pool.name, pool.unit, pool.valid_from::text AS "validFrom",
      pool.expires_on::text AS "expiresOn", pool.own_until::text AS "ownUntil", pool.carry_max::float8 AS "rolloverMax",
      pool.is_trimmed AS "isTrimmed", pool.is_open AS "isOpen", ${stateColumns}, ${grantedUnits} AS granted,
      (SELECT coalesce(-sum(l.units), 0)::float8 FROM pool_ledger l
        WHERE l.pool_id = pool.id AND l.kind IN ('draw', 'return') AND l.work_date > pool.own_until) AS "rolledUnits",
      (SELECT coalesce(json_agg(json_build_object('sequence', f.sequence, 'granted', f.granted, 'balance', f.balance_after) ORDER BY f.sequence), '[]')
        FROM (SELECT l.sequence, l.units, l.balance_after, sum(l.units) FILTER (WHERE ${isGranting}) OVER (ORDER BY l.sequence) AS granted
          FROM pool_ledger l WHERE l.pool_id = pool.id AND (${isGranting} OR l.kind = 'extend')) f
        WHERE f.units > 0) AS fillings
    FROM cover_pool pool WHERE pool.agreement_id = ${agreementId}::uuid ORDER BY pool.id FOR UPDATE`)
}
