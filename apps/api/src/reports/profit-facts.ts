import { Prisma } from '@timedesk/prisma/client'
import { chargedItems, invoicedParts } from '../invoicing/invoiced-parts.ts'
import { inBase } from '../platform/db/in-base.ts'
import { voucherWorths, worthOf } from './voucher-worth.ts'

/** What a figure belongs to, as SQL; what it belongs to none of is null. */
type Belonging = {
  customer: Prisma.Sql
  agreement: Prisma.Sql
  case: Prisma.Sql
  employee: Prisma.Sql
  day: Prisma.Sql
}

/** How the report groups and narrows a source of figures, given what they belong to. */
export type Slicing = { key: (of: Belonging) => Prisma.Sql; keeps: (of: Belonging) => Prisma.Sql }

export type Span = { from: string; to: string }

const nothing = Prisma.sql`NULL::uuid`
const zero = Prisma.sql`0`

/** A source's figures, summed by key: minor units of the company's currency, and minutes. */
function sumsOf(
  { key, keeps }: Slicing,
  of: Belonging,
  tables: Prisma.Sql,
  figures: Partial<Record<'invoiced' | 'recognised' | 'cost' | 'minutes' | 'billable', Prisma.Sql>>,
): Prisma.Sql {
  const { invoiced = zero, recognised = zero, cost = zero, minutes = zero, billable = zero } = figures
  return Prisma.sql`SELECT ${key(of)} AS key, sum(${invoiced}) AS invoiced, sum(${recognised}) AS recognised, sum(${cost}) AS cost,
      sum(${minutes}) AS minutes, sum(${billable}) AS billable
    FROM ${tables} CROSS JOIN company co WHERE ${keeps(of)} GROUP BY 1`
}

const ofEntry: Belonging = {
  ...{ customer: Prisma.sql`t.customer_id`, agreement: Prisma.sql`t.agreement_id`, case: Prisma.sql`t.case_id` },
  ...{ employee: Prisma.sql`t.employee_id`, day: Prisma.sql`t.work_date` },
}
/** A part of an entry is paid under an agreement of its own where several pay for it. */
const ofPiece: Belonging = { ...ofEntry, agreement: Prisma.sql`coalesce(p.agreement_id, t.agreement_id)` }

const worth = (amount: Prisma.Sql) => inBase(amount, Prisma.sql`r.currency`, Prisma.sql`t.work_date`)
const workedIn = ({ from, to }: Span) => Prisma.sql`t.work_date BETWEEN ${from}::date AND ${to}::date`

/** All work with its cost (R57), and what it would be charged at; what of that is not charged is taken off below. */
function work(slicing: Slicing, span: Span): Prisma.Sql {
  const tables = Prisma.sql`(SELECT * FROM time_entry t WHERE ${workedIn(span)}) t JOIN time_rating r ON r.entry_id = t.id`
  return sumsOf(slicing, ofEntry, tables, {
    recognised: worth(Prisma.sql`coalesce(r.amount, 0)`),
    cost: Prisma.sql`coalesce(r.cost, 0)`,
    minutes: Prisma.sql`t.minutes`,
    billable: Prisma.sql`r.billable_minutes`,
  })
}

const pieces = (span: Span, condition: Prisma.Sql) =>
  Prisma.sql`cover_piece p JOIN time_entry t ON t.id = p.entry_id AND ${workedIn(span)} AND ${condition} JOIN time_rating r ON r.entry_id = t.id`

/** Overage that was declined, and work that was written off, is never charged. */
function uncharged(slicing: Slicing, span: Span): Prisma.Sql {
  const isGivenUp = Prisma.sql`p.id IN (SELECT d.id FROM cover_piece d WHERE d.hold = 'declined' UNION ALL
      SELECT w.id FROM potential_mark m JOIN cover_piece w ON w.entry_id = m.subject_id
      WHERE m.source = 'time' AND m.kind = 'write_off' AND m.released_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM invoice_source s WHERE s.source = 'time' AND s.source_id = p.id AND s.is_live)`
  return sumsOf(slicing, ofPiece, pieces(span, isGivenUp), { recognised: worth(Prisma.sql`0 - coalesce(p.amount, 0)`) })
}

/** What an agreement pays of an entry that another one's terms hold for moves there, and from where it was counted. */
function moved(slicing: Slicing, span: Span): Prisma.Sql {
  const elsewhere = pieces(
    span,
    Prisma.sql`p.amount <> 0 AND p.agreement_id IS NOT NULL AND p.agreement_id IS DISTINCT FROM t.agreement_id`,
  )
  const agreement = Prisma.sql`CASE side.sign WHEN 1 THEN p.agreement_id ELSE t.agreement_id END`
  const tables = Prisma.sql`${elsewhere} CROSS JOIN (VALUES (1), (-1)) AS side (sign)`
  return sumsOf(slicing, { ...ofEntry, agreement }, tables, {
    recognised: Prisma.sql`side.sign * ${worth(Prisma.sql`p.amount`)}`,
  })
}

/** What documents charge for work more or less than it was registered at; most lines charge just that and are left out early. */
function writtenUpOrDown(slicing: Slicing, span: Span): Prisma.Sql {
  const deviating = Prisma.sql`(l.net <> l.registered OR i.kind = 'credit_note')`
  const tables = Prisma.sql`(${chargedItems(Prisma.sql`true`, deviating)}) c JOIN invoice_source s ON s.id = c.claim_id AND s.source = 'time' AND s.is_live
    JOIN time_entry t ON t.id = s.entry_id AND ${workedIn(span)} JOIN time_rating r ON r.entry_id = t.id
    LEFT JOIN cover_piece p ON p.id = s.source_id`
  return sumsOf(slicing, ofPiece, tables, { recognised: Prisma.sql`c.base - ${worth(Prisma.sql`c.registered`)}` })
}

/** Vouchers as they are used, by the work that used them, and as they expire, by their agreement (R24, R26). */
function vouchers(slicing: Slicing, { from, to }: Span): Prisma.Sql {
  const of: Belonging = {
    ...{ customer: Prisma.sql`l.customer_id`, agreement: Prisma.sql`pool.agreement_id`, case: Prisma.sql`l.case_id` },
    ...{ employee: Prisma.sql`t.employee_id`, day: Prisma.sql`l.booked_on` },
  }
  // By the running total, so that what a voucher earned adds up to what was charged for it.
  const moved = Prisma.sql`SELECT l.*, sum(l.revenue) OVER (PARTITION BY l.pool_id ORDER BY l.sequence)::bigint AS earned FROM pool_ledger l
    WHERE l.revenue <> 0 AND l.booked_on <= ${to}::date`
  const tables = Prisma.sql`(SELECT m.*, ${worthOf(Prisma.sql`m.earned`)} - ${worthOf(Prisma.sql`(m.earned - m.revenue)`)} AS base
      FROM (${moved}) m JOIN (${voucherWorths}) w ON w.id = m.pool_id CROSS JOIN company co WHERE m.booked_on >= ${from}::date) l
    JOIN cover_pool pool ON pool.id = l.pool_id LEFT JOIN time_entry t ON t.id = l.entry_id`
  return sumsOf(slicing, of, tables, { recognised: Prisma.sql`l.base` })
}

/** What each fee comes to: as it is charged, nothing when it was written off, else as it will be. Minor units of the company's currency. */
export const fees = Prisma.sql`SELECT f.*, coalesce(c.base, CASE WHEN EXISTS (SELECT 1 FROM potential_mark m
      WHERE m.source = 'subscription_period' AND m.subject_id = f.id AND m.kind = 'write_off' AND m.released_at IS NULL) THEN 0
      ELSE ${inBase(Prisma.sql`f.amount`, Prisma.sql`f.currency`, Prisma.sql`f.due_on`)} END) AS base
  FROM subscription_period f CROSS JOIN company co
  LEFT JOIN (SELECT s.source_id, sum(c.base)::bigint AS base
    FROM (${chargedItems(Prisma.sql`EXISTS (SELECT 1 FROM invoice_source w WHERE w.invoice_id = i.id AND w.source = 'subscription_period')`)}) c
    JOIN invoice_source s ON s.id = c.claim_id AND s.source = 'subscription_period' GROUP BY s.source_id) c ON c.source_id = f.id
  WHERE f.charged_days > 0`

/** Fees by days (R39), month by month, of the agreement alone. */
function subscriptions(slicing: Slicing, { from, to }: Span): Prisma.Sql {
  const of: Belonging = {
    ...{ customer: Prisma.sql`f.customer_id`, agreement: Prisma.sql`f.agreement_id`, case: nothing, employee: nothing },
    day: Prisma.sql`f.first`,
  }
  const tables = Prisma.sql`(SELECT f.*, g.first, least(${to}::date, (g.month + interval '1 month - 1 day')::date) AS last
      FROM (${fees}) f
      CROSS JOIN LATERAL (SELECT m AS month, greatest(${from}::date, m::date) AS first FROM generate_series(
        date_trunc('month', greatest(f.from_day, ${from}::date)::timestamp), least(f.to_day, ${to}::date)::timestamp, interval '1 month') m) g
      WHERE f.from_day <= ${to}::date AND f.to_day >= ${from}::date) f`
  return sumsOf(slicing, of, tables, {
    recognised: Prisma.sql`(earned_through(f.base, f.from_day, f.to_day, f.last) - earned_through(f.base, f.from_day, f.to_day, f.first - 1))`,
  })
}

/** What documents of the period charge less their discount, credit notes negative, by what it was for. */
function invoices(slicing: Slicing, { from, to }: Span): Prisma.Sql {
  const of: Belonging = {
    customer: Prisma.sql`x.customer_id`,
    agreement: Prisma.sql`x.agreement_id`,
    case: Prisma.sql`coalesce(t.case_id, x.case_id)`,
    employee: Prisma.sql`t.employee_id`,
    day: Prisma.sql`x.issued_on`,
  }
  const issued = Prisma.sql`i.issued_on BETWEEN ${from}::date AND ${to}::date`
  const tables = Prisma.sql`(${invoicedParts(issued)}) x LEFT JOIN time_entry t ON t.id = x.entry_id`
  return sumsOf(slicing, of, tables, { invoiced: Prisma.sql`x.base` })
}

/**
 * Every figure of the period, from where it arises, summed by key: the same for each way to group them, so that all
 * dimensions add up to the same totals (R59).
 */
export function profitFacts(slicing: Slicing & { asksForAgreements: boolean }, span: Span): Prisma.Sql {
  const sources = [work, uncharged, writtenUpOrDown, vouchers, subscriptions, invoices]
  const all = slicing.asksForAgreements ? [...sources, moved] : sources
  return Prisma.join(
    all.map((source) => source(slicing, span)),
    ' UNION ALL ',
  )
}
