import { whichApply } from '@timedesk/domain/cover/applies'
import type { Payer } from '@timedesk/domain/cover/entry'
import { isPoolValidOn, prepaidInOrder } from '@timedesk/domain/cover/order'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { dayAt } from './company-day.ts'
import { grantedUnits, poolJson, type LoadedPool } from './cover-pools.ts'
import { termsJson, type LoadedTerms } from './cover-terms.ts'
import { workColumns, workToday, type WorkOfCase } from './work-of-case.ts'

/** Percent of a pool that are used before it counts as nearly used up, where its agreement warns at no percentage. */
const LOW_PERCENT = 80

export type CoverBadge = 'covered' | 'low' | 'outside'

type CaseRow = WorkOfCase & { id: string; customerId: string }
type CustomerRow = {
  id: string
  coverOrder: NonNullable<Payer['customer']>['coverOrder']
  agreements: LoadedTerms[]
  pools: { pool: LoadedPool; granted: number }[] | null
}

/**
 * Whether what customers prepaid covers work of today on each case, as far as can be said without the work: of any
 * activity, however long. A case whose customer prepays nothing is not in the answer, unless it lies outside of contract.
 */
export async function findCoverBadges(
  reader: Reader,
  caseIds: readonly string[],
  now: Date,
): Promise<Map<string, CoverBadge>> {
  const [cases, customers] = await Promise.all([
    reader.rows<CaseRow>(casesQuery(caseIds, now)),
    reader.rows<CustomerRow>(customersQuery(caseIds)),
  ])
  const badges = new Map<string, CoverBadge>()
  for (const row of cases) {
    const customer = customers.find(({ id }) => id === row.customerId)
    const badge = row.isOutsideContract ? 'outside' : customer === undefined ? null : badgeOf(row, customer)
    if (badge !== null) badges.set(row.id, badge)
  }
  return badges
}

function badgeOf(row: CaseRow, { coverOrder, agreements, pools }: CustomerRow): CoverBadge {
  const terms = agreements.map((agreement) => {
    return { ...agreement, scope: agreement.scope.filter(({ kind }) => kind !== 'activity_type') }
  })
  const asked = prepaidInOrder(whichApply(workToday(row, row.id), terms).applying, coverOrder)
  if (asked[0]?.isBillable === false) return 'covered'
  const left = (pools ?? []).filter(
    ({ pool }) => pool.balance > 0 && isPoolValidOn(row.today, pool) && asked.some(({ id }) => id === pool.agreementId),
  )
  if (left.length === 0) return 'outside'
  const lowFrom = new Map(agreements.map(({ id, thresholds }) => [id, thresholds.toSorted(byNumber)[0] ?? LOW_PERCENT]))
  const isLow = left.every(({ pool, granted }) => used(pool, granted) >= (lowFrom.get(pool.agreementId) ?? LOW_PERCENT))
  return isLow ? 'low' : 'covered'
}

function byNumber(one: number, other: number): number {
  return one - other
}

/** Percent of everything that was ever put in. */
function used({ balance }: LoadedPool, granted: number): number {
  return granted <= 0 ? 100 : ((granted - balance) / granted) * 100
}

function casesQuery(caseIds: readonly string[], now: Date): Prisma.Sql {
  return Prisma.sql`SELECT c.id, c.customer_id AS "customerId", ${dayAt(now)}::text AS today, ${workColumns}
    FROM support_case c CROSS JOIN company co WHERE c.id = ANY(${caseIds}::uuid[])`
}

/** Customers without anything prepaid are left out. */
function customersQuery(caseIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT cu.id, cu.cover_order AS "coverOrder", json_agg(${termsJson}) AS agreements,
      (SELECT json_agg(json_build_object('pool', ${poolJson}, 'granted', ${grantedUnits})) FROM cover_pool pool
        WHERE pool.customer_id = cu.id AND pool.is_open) AS pools
    FROM customer cu JOIN agreement a ON a.customer_id = cu.id AND a.state <> 'draft' AND a.settlement <> 'time_spent'
    WHERE cu.id IN (SELECT customer_id FROM support_case WHERE id = ANY(${caseIds}::uuid[])) GROUP BY cu.id`
}
