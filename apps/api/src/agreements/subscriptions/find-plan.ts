import type { LinePrice } from '@timedesk/domain/subscriptions/price'
import type { PeriodMonths, PlanLine } from '@timedesk/domain/subscriptions/periods'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

/** A charge of a line, as it was made. Minor units, days `YYYY-MM-DD`. */
export type StoredPeriod = {
  id: string
  kind: 'regular' | 'supplement' | 'credit'
  from: string
  to: string
  wholeFrom: string
  wholeTo: string
  chargedDays: number
  quantity: number
  unitPrice: number
  amount: number
  dueOn: string
  poolId: string | null
}

/** A line of a subscription's plan with everything that its next periods depend on. */
export type StoredLine = {
  id: string
  customerId: string
  agreementId: string
  currency: string
  creditsUnused: boolean
  description: string
  position: number
  plan: PlanLine
  /** Its last day, or that of its agreement if that comes first; null while both run on. */
  endsOn: string | null
  quotaUnit: 'none' | 'minutes' | 'cases' | 'unlimited'
  quota: number
  rolloverPeriods: number
  rolloverMax: number | null
  prices: LinePrice[]
  periods: StoredPeriod[]
}

/** Which lines: all of an agreement, or one of them. */
export type PlanScope = { agreementId: string } | { lineId: string }

type Row = Omit<StoredLine, 'plan'> & Omit<PlanLine, 'months'> & { months: PeriodMonths }

/**
 * The last day of agreement `a` for its plan: none while it renews itself, so that a period may run on into the next
 * term, and its present one otherwise.
 */
const endOfAgreement = Prisma.sql`CASE WHEN a.renewal = 'automatic' AND a.terminated_on IS NULL AND a.state <> 'ended' THEN NULL ELSE a.valid_to END`

/** The prices of line `l` as JSON, earliest first. */
export const pricesColumn = Prisma.sql`(SELECT json_agg(json_build_object('validFrom', p.valid_from, 'quantity', p.quantity,
    'unitPrice', p.unit_price) ORDER BY p.valid_from) FROM subscription_price p WHERE p.line_id = l.id) AS prices`

/** Lines with their prices and periods, in the order of their plan. */
export async function findPlan(reader: Reader, scope: PlanScope, condition = Prisma.sql`true`): Promise<StoredLine[]> {
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT l.id, l.customer_id AS "customerId", l.agreement_id AS "agreementId", a.currency,
      a.credits_unused AS "creditsUnused", l.description, l.position, l.starts_on::text AS "startsOn", l.period_months AS months,
      CASE WHEN l.aligns_to_calendar THEN 'calendar' ELSE 'start' END AS anchor, l.prorates AS prorate, l.timing, l.lead_days AS "leadDays",
      LEAST(l.ends_on, ${endOfAgreement})::text AS "endsOn", l.quota_unit AS "quotaUnit", l.quota::float8 AS quota,
      l.rollover_periods AS "rolloverPeriods", l.rollover_max::float8 AS "rolloverMax",
      ${pricesColumn},
      (SELECT coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'from', s.from_day, 'to', s.to_day, 'wholeFrom', s.whole_from,
          'wholeTo', s.whole_to, 'chargedDays', s.charged_days, 'quantity', s.quantity, 'unitPrice', s.unit_price, 'amount', s.amount,
          'dueOn', s.due_on, 'poolId', s.pool_id) ORDER BY s.from_day, s.id), '[]')
        FROM subscription_period s WHERE s.line_id = l.id) AS periods
    FROM subscription_line l JOIN agreement a ON a.id = l.agreement_id
    WHERE ${'lineId' in scope ? Prisma.sql`l.id = ${scope.lineId}::uuid` : Prisma.sql`l.agreement_id = ${scope.agreementId}::uuid`}
      AND ${condition}
    ORDER BY l.customer_id, l.position, l.created_at, l.id`)
  return rows.map(({ startsOn, months, anchor, prorate, timing, leadDays, ...line }) => ({
    ...line,
    plan: { startsOn, months, anchor, prorate, timing, leadDays },
  }))
}

/** The periods that tile a line's plan, without supplements and credits. */
export function tilesOf({ periods }: Pick<StoredLine, 'periods'>): StoredPeriod[] {
  return periods.filter(({ kind }) => kind === 'regular')
}
