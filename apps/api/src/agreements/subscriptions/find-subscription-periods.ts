import type { listSubscriptionPeriods, SubscriptionPeriod } from '@timedesk/contracts/subscriptions'
import { daysBetween } from '@timedesk/domain/calendar/days'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../../platform/db/count-rows.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'
import { companyDay } from '../company-day.ts'
import { grantedUnits } from '../cover-pools.ts'
import { requireAgreement } from '../require-agreement.ts'

type Row = Omit<SubscriptionPeriod, 'line' | 'wholeDays' | 'unitPrice' | 'amount' | 'isDue'> & {
  lineId: string
  lineName: string
  wholeFrom: string
  wholeTo: string
  unitPrice: number
  amount: number
  currency: string
}

/** The quota of a period: what was put into pool `pool`, what draws took of it, and what is left. */
const quotaColumn = Prisma.sql`CASE WHEN pool.id IS NULL THEN NULL ELSE json_build_object('poolId', pool.id, 'unit', pool.unit,
    'granted', ${grantedUnits}, 'used', (SELECT coalesce(-sum(m.units), 0) FROM pool_ledger m
      WHERE m.pool_id = pool.id AND m.kind IN ('draw', 'return')), 'available', pool.balance, 'usableUntil', pool.expires_on) END`

/** A page of what a subscription charged and included, latest first. Refuses with `not_found` an agreement that does not exist. */
export async function findSubscriptionPeriods(
  reader: Reader,
  paging: Paging,
  agreementId: string,
  query: z.output<typeof listSubscriptionPeriods.query>,
  now: Date,
): Promise<Page<SubscriptionPeriod>> {
  await requireAgreement(reader, agreementId)
  const binding = bindingOf('subscription-periods', { ...query, agreementId })
  const after = paging.keyAfter(binding, query)
  const today = await companyDay(reader, now)
  const beyond =
    after === null ? Prisma.sql`true` : Prisma.sql`(s.from_day, s.id) < (${after[0]}::date, ${after[1]}::uuid)`
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT s.id, s.line_id AS "lineId", l.description AS "lineName", s.kind,
      s.from_day::text AS "from", s.to_day::text AS "to", s.whole_from::text AS "wholeFrom", s.whole_to::text AS "wholeTo",
      s.charged_days AS "chargedDays", s.quantity, s.unit_price::float8 AS "unitPrice", s.amount::float8 AS amount, s.currency,
      s.due_on::text AS "dueOn", ${quotaColumn} AS quota
    FROM subscription_period s JOIN subscription_line l ON l.id = s.line_id LEFT JOIN cover_pool pool ON pool.id = s.pool_id
    WHERE s.agreement_id = ${agreementId}::uuid AND ${beyond} ORDER BY s.from_day DESC, s.id DESC LIMIT ${query.limit + 1}`)
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.from, row.id],
    (row) => present(row, today),
  )
  const matching = Prisma.sql`FROM subscription_period s WHERE s.agreement_id = ${agreementId}::uuid`
  return withTotal(page, query, () => countRows(reader, matching))
}

function present(row: Row, today: string): SubscriptionPeriod {
  const { lineId, lineName, wholeFrom, wholeTo, unitPrice, amount, currency, ...shown } = row
  return {
    ...shown,
    line: { id: lineId, name: lineName },
    wholeDays: daysBetween(wholeFrom, wholeTo),
    unitPrice: toWire({ minor: unitPrice, currency }),
    amount: toWire({ minor: amount, currency }),
    isDue: row.dueOn <= today,
  }
}
