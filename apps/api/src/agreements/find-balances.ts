import type { AgreementSummary } from '@timedesk/contracts/agreements'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { dayAt } from './company-day.ts'
import { grantedUnits } from './cover-pools.ts'

type Balance = NonNullable<AgreementSummary['balance']>
type Row = Balance & { agreementId: string }

/**
 * What is left today of the pools that hold today, by agreement; none without a pool. A voucher that is used up counts
 * only while no other one holds. Of pools in several units those of the unit that is drawn first are summed.
 */
export async function findBalances(reader: Reader, agreementIds: string[], now: Date): Promise<Map<string, Balance>> {
  if (agreementIds.length === 0) return new Map()
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT pool.agreement_id AS "agreementId", pool.unit, ${grantedUnits} AS granted,
      pool.balance::float8 AS available, pool.expires_on::text AS "expiresOn"
    FROM cover_pool pool CROSS JOIN company co
    WHERE pool.agreement_id = ANY(${agreementIds}::uuid[]) AND pool.is_open
      AND ${dayAt(now)} BETWEEN pool.valid_from AND coalesce(pool.expires_on, 'infinity'::date)
    ORDER BY pool.expires_on NULLS LAST, pool.valid_from, pool.order_number, pool.id`)
  const byAgreement = Map.groupBy(rows, ({ agreementId }) => agreementId)
  return new Map([...byAgreement].flatMap(([id, pools]) => balanceOf(pools).map((balance) => [id, balance] as const)))
}

function balanceOf(pools: Row[]): Balance[] {
  const left = pools.filter(({ unit, available }) => unit === 'unlimited' || available > 0)
  const shown = left.length > 0 ? left : pools.slice(-1)
  const [first] = shown
  if (first === undefined) return []
  const { unit } = first
  const same = shown.filter((pool) => pool.unit === unit)
  const sum = (read: (pool: Row) => number) => same.reduce((total, pool) => total + read(pool), 0)
  const [expiresOn = null] = same.flatMap((pool) => pool.expiresOn ?? []).sort()
  return [{ unit, granted: sum(({ granted }) => granted), available: sum(({ available }) => available), expiresOn }]
}
