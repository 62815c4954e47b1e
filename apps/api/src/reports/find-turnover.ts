import type { getTurnover, TurnoverRow } from '@timedesk/contracts/reports'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { invoicedParts } from '../invoicing/invoiced-parts.ts'
import type { Reader } from '../platform/db/database.ts'
import { inBase } from '../platform/db/in-base.ts'
import { findProfit } from './find-profit.ts'

type Query = z.output<typeof getTurnover.query>
type Turnover = z.output<typeof TurnoverRow>

type Amount = 'timeSpent' | 'overage' | 'vouchers' | 'subscriptions' | 'other' | 'credits' | 'invoiced' | 'writtenDown'
type Row = { month: string } & Record<Amount, number>

/** What was invoiced month by month, by what it was for, beside what was earned and what was given up. */
export async function findTurnover(reader: Reader, query: Query): Promise<{ data: Turnover[]; currency: string }> {
  const { from, to, customerId } = query
  const [rows, profit] = await Promise.all([
    reader.rows<Row>(turnover(query), 'anew'),
    findProfit(reader, { from, to, customerId, by: 'month', basis: 'recognised', format: 'json', limit: 5_000 }),
  ])
  const earned = new Map(profit.data.map(({ key, recognised }) => [key, recognised]))
  const { currency } = profit
  const money = (minor: number) => toWire({ minor, currency })
  const data = rows.map(
    ({ month, timeSpent, overage, vouchers, subscriptions, other, credits, invoiced, writtenDown }) => ({
      month,
      timeSpent: money(timeSpent),
      overage: money(overage),
      vouchers: money(vouchers),
      subscriptions: money(subscriptions),
      other: money(other),
      credits: money(credits),
      invoiced: money(invoiced),
      recognised: earned.get(month) ?? money(0),
      writtenDown: money(writtenDown),
    }),
  )
  return { data, currency }
}

function turnover({ from, to, customerId }: Query): Prisma.Sql {
  const own = (table: Prisma.Sql) =>
    customerId === undefined ? Prisma.sql`true` : Prisma.sql`${table}.customer_id = ${customerId}::uuid`
  const issued = Prisma.sql`i.issued_on BETWEEN ${from}::date AND ${to}::date AND ${own(Prisma.sql`i`)}`
  const of = (revenue: string) => Prisma.sql`sum(x.base) FILTER (WHERE x.kind = 'invoice' AND x.revenue = ${revenue})`
  return Prisma.sql`WITH invoiced AS (
      SELECT to_char(x.issued_on, 'YYYY-MM') AS month, ${of('time')} AS time, ${of('overage')} AS overage, ${of('voucher')} AS voucher,
        ${of('subscription')} AS subscription, ${of('other')} AS other, sum(x.base) FILTER (WHERE x.kind = 'credit_note') AS credits,
        sum(x.base) AS invoiced FROM (${invoicedParts(issued)}) x GROUP BY 1
    ), given AS (
      SELECT month, sum(amount) AS amount FROM (
        SELECT to_char(i.issued_on, 'YYYY-MM') AS month, round((l.registered - l.net) * coalesce(i.exchange_rate, 1000000) / 1000000) AS amount
          FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id
         WHERE i.state = 'posted' AND i.kind = 'invoice' AND ${issued} AND l.registered <> 0
        UNION ALL
        SELECT to_char((m.created_at AT TIME ZONE co.time_zone)::date, 'YYYY-MM'),
            ${inBase(Prisma.sql`coalesce(m.amount, 0)`, Prisma.sql`cu.currency`, Prisma.sql`(m.created_at AT TIME ZONE co.time_zone)::date`)}
          FROM potential_mark m JOIN customer cu ON cu.id = m.customer_id CROSS JOIN company co
         WHERE m.kind = 'write_off' AND m.released_at IS NULL AND ${own(Prisma.sql`m`)}
           AND (m.created_at AT TIME ZONE co.time_zone)::date BETWEEN ${from}::date AND ${to}::date) g GROUP BY month
    )
    SELECT months.month, coalesce(v.time, 0)::float8 AS "timeSpent", coalesce(v.overage, 0)::float8 AS overage, coalesce(v.voucher, 0)::float8 AS vouchers,
      coalesce(v.subscription, 0)::float8 AS subscriptions, coalesce(v.other, 0)::float8 AS other, coalesce(v.credits, 0)::float8 AS credits,
      coalesce(v.invoiced, 0)::float8 AS invoiced, coalesce(g.amount, 0)::float8 AS "writtenDown"
    FROM (SELECT to_char(m, 'YYYY-MM') AS month FROM generate_series(date_trunc('month', ${from}::date::timestamp), ${to}::date::timestamp, interval '1 month') m) months
    LEFT JOIN invoiced v ON v.month = months.month LEFT JOIN given g ON g.month = months.month ORDER BY months.month`
}
