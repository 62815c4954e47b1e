import { recognise } from '@timedesk/domain/subscriptions/recognise'
import { lastOfMonth, earlierOf } from '@timedesk/domain/calendar/days'
import { Prisma } from '@timedesk/prisma/client'
import { dayAt } from '../agreements/company-day.ts'
import { chargedItems } from '../invoicing/invoiced-parts.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Deps } from '../platform/deps.ts'
import { appendMoves, type Move } from './append-postings.ts'

const PERIODS_PER_ROUND = 500

/** A fee with what documents charge for it now, and what of that is booked as earned. Minor units of the company's currency. */
type Fee = Pick<Move, 'customerId' | 'agreementId' | 'currency' | 'documentCurrency' | 'text'> & {
  id: string
  from: string
  to: string
  base: number
  charged: number
  booked: number
  entries: number
  /** Nothing is booked before this day: it was not invoiced, or the period is closed. */
  openFrom: string
  today: string
}

const fees = Prisma.sql`SELECT s.source_id AS id, sum(CASE WHEN s.is_live THEN c.base ELSE 0 END) AS base,
    sum(CASE WHEN s.is_live THEN c.charged ELSE 0 END) AS charged, max(i.issued_on) AS issued_on
  FROM invoice_source s JOIN invoice i ON i.id = s.invoice_id AND i.state = 'posted'
  LEFT JOIN (${chargedItems(Prisma.sql`EXISTS (SELECT 1 FROM invoice_source w WHERE w.invoice_id = i.id AND w.source = 'subscription_period')`)}) c
    ON c.claim_id = s.id
  WHERE s.source = 'subscription_period' AND s.credits_id IS NULL GROUP BY s.source_id`

/** Books what fees earned by the end of each month that is over. */
export async function bookFees({ database, newId }: Pick<Deps, 'database' | 'newId'>, now: Date): Promise<void> {
  const ids = await findUnbooked(database.reader, now)
  for (let from = 0; from < ids.length; from += PERIODS_PER_ROUND) {
    const some = ids.slice(from, from + PERIODS_PER_ROUND)
    await database.transact(async (tx) => {
      const found = await findFees(tx, now, some)
      await appendMoves(tx, { newId, now }, found.flatMap(movesOf))
    })
  }
}

const booked = Prisma.sql`SELECT p.deed_id, sum(p.debit - p.credit) AS amount, count(*) AS moves
  FROM posting p WHERE p.deed = 'subscription_month' AND p.account = 'deferred_subscriptions' GROUP BY p.deed_id`

/** Fees that earned something else than is booked, by the last day of a month that is over. */
async function findUnbooked(reader: Pick<Tx, 'rows'>, now: Date): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(Prisma.sql`SELECT f.id FROM (${fees}) f
    JOIN subscription_period s ON s.id = f.id
    LEFT JOIN (${booked}) b ON b.deed_id = f.id
    CROSS JOIN (SELECT ${dayAt(now)} AS day FROM company co) today
    WHERE earned_through(f.base::bigint, s.from_day, s.to_day,
        CASE WHEN s.to_day < today.day THEN s.to_day ELSE date_trunc('month', today.day::timestamp)::date - 1 END)
      <> coalesce(b.amount, 0) ORDER BY f.id`)
  return rows.map(({ id }) => id)
}

async function findFees(tx: Tx, now: Date, ids: string[]): Promise<Fee[]> {
  return tx.rows<Fee>(Prisma.sql`SELECT f.id, s.customer_id AS "customerId", s.agreement_id AS "agreementId", line.description AS text, co.currency,
      s.currency AS "documentCurrency", s.from_day::text AS "from", s.to_day::text AS "to", f.base::float8 AS base, f.charged::float8 AS charged,
      coalesce(b.amount, 0)::float8 AS booked, coalesce(b.moves, 0)::int * 2 AS entries,
      greatest(f.issued_on, co.hard_locked_through + 1)::text AS "openFrom", ${dayAt(now)}::text AS today
    FROM (${fees}) f
    JOIN subscription_period s ON s.id = f.id
    JOIN subscription_line line ON line.id = s.line_id
    LEFT JOIN (${booked}) b ON b.deed_id = f.id
    CROSS JOIN company co
    WHERE f.id = ANY(${ids}::uuid[]) ORDER BY f.id`)
}

/** A month books what it adds to what is booked; when less is charged by now than that, the difference goes back today. */
function movesOf(fee: Fee): Move[] {
  const { id, from, to, base, charged, booked: before, entries, openFrom, today, text, ...own } = fee
  const moves: Move[] = []
  const sign = base < 0 || (base === 0 && before < 0) ? -1 : 1
  let [running, target] = [before, 0]
  const add = (amount: number, documentAmount: number, day: string, month: string) => {
    const bookedOn = day < openFrom ? openFrom : day
    moves.push({
      ...{
        ...own,
        deed: 'subscription_month',
        deedId: id,
        position: entries + moves.length * 2,
        bookedOn,
        amount,
        documentAmount,
      },
      ...{ deferred: 'deferred_subscriptions', earned: 'revenue_subscription', text: `${text} ${month}` },
    })
    running += amount
  }
  const documents = recognise({ amount: charged, from, to })
  for (const [index, { month, amount }] of recognise({ amount: base, from, to }).entries()) {
    const last = earlierOf(lastOfMonth(month), to)
    if (last >= today) break
    target += amount
    if (sign * target > sign * running) add(target - running, documents[index]?.amount ?? 0, last, month.slice(0, 7))
  }
  if (running !== target) add(target - running, 0, today, today.slice(0, 7))
  return moves
}
