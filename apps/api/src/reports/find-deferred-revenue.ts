import type { DeferredRow, getDeferredRevenue } from '@timedesk/contracts/reports'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'
import { fees } from './profit-facts.ts'
import { voucherWorths, worthOf } from './voucher-worth.ts'

type Query = z.output<typeof getDeferredRevenue.query>

const steps = ['opening', 'sold', 'recognised', 'breakage', 'credited', 'closing'] as const
type Steps = Record<(typeof steps)[number], number>
type Row = Steps & Pick<DeferredRow, 'kind' | 'key' | 'name' | 'customerName' | 'agreementName'>

export type DeferredReport = {
  data: DeferredRow[]
  totals: Pick<DeferredRow, (typeof steps)[number]>
  ties: boolean
  currency: string
}

/**
 * What was paid in advance and is not earned yet, from the beginning of a period to its end: of each voucher by its
 * ledger (R25, R26), of each plan line by the days of what it charged (R39). A fee is owed from the day it is due; what
 * was earned before counts as earned then. What moves rounds with the balances, so that each row adds up to the øre.
 */
export async function findDeferredRevenue(reader: Reader, query: Query): Promise<DeferredReport> {
  const [rows, [state]] = await Promise.all([
    reader.rows<Row>(
      Prisma.sql`${vouchers(query)} UNION ALL ${plans(query)} ORDER BY kind DESC, "customerName", name, key`,
      'anew',
    ),
    reader.rows<{ ties: boolean; currency: string }>(Prisma.sql`SELECT co.currency, NOT EXISTS (
        SELECT 1 FROM cover_pool pool LEFT JOIN (SELECT l.pool_id, sum(l.liability_change) AS liability FROM pool_ledger l GROUP BY l.pool_id) l
          ON l.pool_id = pool.id WHERE pool.kind = 'voucher' AND pool.liability <> coalesce(l.liability, 0)) AS ties FROM company co`),
  ])
  if (state === undefined) throw new Error('The database has no company')
  const money = (minor: number) => toWire({ minor, currency: state.currency })
  const present = (given: Steps) => ({
    opening: money(given.opening),
    sold: money(given.sold),
    recognised: money(given.recognised),
    breakage: money(given.breakage),
    credited: money(given.credited),
    closing: money(given.closing),
  })
  const sum = (step: (typeof steps)[number]) => rows.reduce((total, row) => total + row[step], 0)
  const totals = Object.fromEntries(steps.map((step) => [step, sum(step)])) as Steps
  return { data: rows.map((row) => ({ ...row, ...present(row) })), totals: present(totals), ...state }
}

const ofCustomer = (table: Prisma.Sql, customerId: string | undefined) =>
  customerId === undefined ? Prisma.sql`true` : Prisma.sql`${table}.customer_id = ${customerId}::uuid`

/** What is named last is what the others leave, so that the balances add up whatever was rounded. */
const rolled = (
  kind: string,
) => Prisma.sql`SELECT ${kind} AS kind, d.id AS key, d.name, cu.name AS "customerName", a.heading AS "agreementName",
    d.opening::float8 AS opening, (d.closing - d.opening + d.recognised + d.breakage + d.credited)::float8 AS sold,
    d.recognised::float8 AS recognised, d.breakage::float8 AS breakage, d.credited::float8 AS credited, d.closing::float8 AS closing`
const isAnything = Prisma.sql`d.opening <> 0 OR d.closing <> 0 OR d.recognised <> 0 OR d.breakage <> 0 OR d.credited <> 0`

function vouchers({ from, to, customerId }: Query): Prisma.Sql {
  const atEnd = (amount: Prisma.Sql) => worthOf(Prisma.sql`coalesce(sum(${amount}), 0)::bigint`)
  const atStart = (amount: Prisma.Sql) =>
    atEnd(Prisma.sql`CASE WHEN l.booked_on < ${from}::date THEN ${amount} ELSE 0 END`)
  const within = (amount: Prisma.Sql) => Prisma.sql`(${atEnd(amount)} - ${atStart(amount)})`
  const died = (isMeant: boolean) =>
    Prisma.sql`CASE WHEN (l.kind IN ('expire', 'extend')) = ${isMeant} THEN l.revenue ELSE 0 END`
  const liability = Prisma.sql`l.liability_change`
  return Prisma.sql`${rolled('voucher')} FROM (
      SELECT v.id, v.customer_id, v.agreement_id, 'V-' || v.number AS name, ${atStart(liability)} AS opening, ${atEnd(liability)} AS closing,
        ${within(died(false))} AS recognised, ${within(died(true))} AS breakage, ${within(Prisma.sql`l.credited`)} AS credited
      FROM voucher v JOIN pool_ledger l ON l.pool_id = v.id JOIN (${voucherWorths}) w ON w.id = v.id CROSS JOIN company co
      WHERE l.booked_on <= ${to}::date AND ${ofCustomer(Prisma.sql`v`, customerId)}
      GROUP BY v.id, v.customer_id, v.agreement_id, v.number, w.price, w.base, w.currency, w.sold_on, co.currency) d
    JOIN customer cu ON cu.id = d.customer_id JOIN agreement a ON a.id = d.agreement_id
    WHERE ${isAnything} OR d.closing - d.opening + d.recognised + d.breakage + d.credited <> 0`
}

/** A credit of days takes back what was owed for them; it is no revenue. */
function plans({ from, to, customerId }: Query): Prisma.Sql {
  const owedOn = (day: Prisma.Sql) =>
    Prisma.sql`sum(CASE WHEN f.due_on <= ${day} THEN f.base - earned_through(f.base, f.from_day, f.to_day, ${day}) ELSE 0 END)`
  const dueWithin = Prisma.sql`f.due_on BETWEEN ${from}::date AND ${to}::date`
  return Prisma.sql`${rolled('subscription')} FROM (
      SELECT w.*, w.charged - (w.closing - w.opening) - w.credited AS recognised, 0 AS breakage FROM (
        SELECT line.id, line.customer_id, line.agreement_id, line.description AS name, ${owedOn(Prisma.sql`(${from}::date - 1)`)} AS opening,
          ${owedOn(Prisma.sql`${to}::date`)} AS closing,
          coalesce(sum(f.base) FILTER (WHERE ${dueWithin} AND f.kind <> 'credit'), 0) AS charged,
          coalesce(-sum(f.base) FILTER (WHERE ${dueWithin} AND f.kind = 'credit'), 0) AS credited
        FROM subscription_line line JOIN (${fees}) f ON f.line_id = line.id
        WHERE f.due_on <= ${to}::date AND ${ofCustomer(Prisma.sql`line`, customerId)}
        GROUP BY line.id, line.customer_id, line.agreement_id, line.description) w) d
    JOIN customer cu ON cu.id = d.customer_id JOIN agreement a ON a.id = d.agreement_id
    WHERE ${isAnything}`
}
