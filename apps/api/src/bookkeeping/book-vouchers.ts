import { Prisma } from '@timedesk/prisma/client'
import { dayAt } from '../agreements/company-day.ts'
import { chargedItems } from '../invoicing/invoiced-parts.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Deps } from '../platform/deps.ts'
import { appendMoves, openDay, type Move } from './append-postings.ts'

const POOLS_PER_ROUND = 200

/** A movement that earns and is not booked yet; `target` is what the voucher has earned with it, as its invoice charged it. */
type Movement = Pick<Move, 'deedId' | 'bookedOn' | 'documentAmount'> & {
  isBreakage: boolean
  target: number
}
type Pool = Pick<Move, 'customerId' | 'agreementId' | 'currency' | 'documentCurrency' | 'text'> & {
  id: string
  booked: number
  target: number
  corrections: number
  today: string
  movements: Movement[]
}

/** What documents charge for each voucher now; one without a price has nothing to be invoiced. */
const sales = Prisma.sql`SELECT v.id, v.price, sum(CASE WHEN s.is_live THEN c.base ELSE 0 END) AS base, max(i.issued_on) AS issued_on
  FROM invoice_source s JOIN invoice i ON i.id = s.invoice_id AND i.state = 'posted' JOIN voucher v ON v.id = s.source_id AND v.price <> 0
  LEFT JOIN (${chargedItems(Prisma.sql`EXISTS (SELECT 1 FROM invoice_source w WHERE w.invoice_id = i.id AND w.source = 'voucher_sale')`)}) c
    ON c.claim_id = s.id
  WHERE s.source = 'voucher_sale' AND s.credits_id IS NULL GROUP BY v.id
  UNION ALL SELECT v.id, 0, 0, v.sold_on FROM voucher v WHERE v.price = 0`

/** Of revenue by the ledger, what it is in the books: in proportion, when the invoice charged another amount. */
function chargedOf(revenue: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN s.price = 0 THEN ${revenue} ELSE round(${revenue} * s.base / s.price::numeric) END::bigint`
}

/** Books what vouchers earned, voucher by voucher in the order of their ledgers. */
export async function bookVouchers({ database, newId }: Pick<Deps, 'database' | 'newId'>, now: Date): Promise<void> {
  const ids = await findUnbooked(database.reader)
  for (let from = 0; from < ids.length; from += POOLS_PER_ROUND) {
    const some = ids.slice(from, from + POOLS_PER_ROUND)
    await database.transact(async (tx) => {
      const pools = await findPools(tx, now, some)
      await appendMoves(tx, { newId, now }, pools.flatMap(movesOf))
    })
  }
}

/** Vouchers whose ledger earned something else than is booked. */
async function findUnbooked(reader: Pick<Tx, 'rows'>): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(Prisma.sql`WITH earned AS (
      SELECT l.pool_id, sum(l.revenue) AS revenue FROM pool_ledger l WHERE l.revenue <> 0 GROUP BY l.pool_id
    )
    SELECT s.id FROM (${sales}) s JOIN earned e ON e.pool_id = s.id LEFT JOIN (${booked}) b ON b.pool_id = s.id
    WHERE ${chargedOf(Prisma.sql`e.revenue`)} <> coalesce(b.amount, 0) ORDER BY s.id`)
  return rows.map(({ id }) => id)
}

/** What is booked of each voucher: by its movements, and by corrections, which are deeds of the voucher itself. */
const booked = Prisma.sql`SELECT coalesce(l.pool_id, p.deed_id) AS pool_id, sum(p.debit - p.credit) AS amount, count(*) FILTER (WHERE l.id IS NULL) AS corrections
  FROM posting p LEFT JOIN pool_ledger l ON l.id = p.deed_id
  WHERE p.deed = 'voucher_movement' AND p.account = 'deferred_vouchers' GROUP BY 1`

async function findPools(tx: Tx, now: Date, ids: string[]): Promise<Pool[]> {
  return tx.rows<Pool>(Prisma.sql`WITH moved AS (
      SELECT l.*, sum(l.revenue) OVER (PARTITION BY l.pool_id ORDER BY l.sequence) AS earned FROM pool_ledger l WHERE l.pool_id = ANY(${ids}::uuid[])
    )
    SELECT s.id, pool.customer_id AS "customerId", pool.agreement_id AS "agreementId", pool.name AS text, co.currency, v.currency AS "documentCurrency",
      coalesce(b.amount, 0)::float8 AS booked, coalesce(b.corrections, 0)::int AS corrections, ${dayAt(now)}::text AS today,
      (SELECT ${chargedOf(Prisma.sql`coalesce(sum(m.revenue), 0)`)} FROM moved m WHERE m.pool_id = s.id)::float8 AS target,
      (SELECT coalesce(json_agg(json_build_object('deedId', m.id, 'isBreakage', m.kind IN ('expire', 'extend'),
          'bookedOn', ${openDay(Prisma.sql`m.booked_on`, Prisma.sql`s.issued_on`)},
          'documentAmount', m.revenue, 'target', ${chargedOf(Prisma.sql`m.earned`)}) ORDER BY m.sequence), '[]')
        FROM moved m WHERE m.pool_id = s.id AND m.revenue <> 0
          AND NOT EXISTS (SELECT 1 FROM posting p WHERE p.deed = 'voucher_movement' AND p.deed_id = m.id)) AS movements
    FROM (${sales}) s
    JOIN cover_pool pool ON pool.id = s.id
    JOIN voucher v ON v.id = s.id
    LEFT JOIN (${booked}) b ON b.pool_id = s.id
    CROSS JOIN company co
    WHERE s.id = ANY(${ids}::uuid[]) ORDER BY s.id`)
}

/** Each movement books the step to its target; what credit notes changed of what is booked already comes last, today. */
function movesOf({ id, booked: before, target, corrections, today, movements, ...own }: Pool): Move[] {
  let running = before
  const common = { ...own, deed: 'voucher_movement', deferred: 'deferred_vouchers' } as const
  const moves = movements.flatMap(({ isBreakage, target: next, ...movement }): Move[] => {
    const amount = next - running
    running = next
    const earned = isBreakage ? 'revenue_breakage' : 'revenue_voucher'
    return amount === 0 ? [] : [{ ...common, ...movement, position: 0, earned, amount }]
  })
  if (running === target) return moves
  const amount = target - running
  const correction = { deedId: id, position: corrections * 2, bookedOn: today, documentAmount: 0 }
  return [...moves, { ...common, ...correction, earned: 'revenue_voucher', amount }]
}
