import type { listPotential, PotentialRow } from '@timedesk/contracts/potential'
import type { Money } from '@timedesk/contracts/primitives'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { companyDay } from '../../agreements/company-day.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, type Page, type Paging } from '../../platform/http/paging.ts'
import { findExtraPieces, groupOf, isAskedFor } from './extra-pieces.ts'
import { presentPotential, type PotentialSums } from './present-potential.ts'

type Query = z.output<typeof listPotential.query>
type Totals = Record<'ready' | 'held' | 'future', Money[]>
type Answered = {
  page: PotentialSums[]
  totals: ({ currency: string } & Record<keyof Totals, number>)[]
  total: number
}

/**
 * A page of the potential: a row for each customer and currency, or for each of its agreements too, by name, and the
 * totals of all of them. One pass over what there is, however many entries that are; what has no price is counted as
 * held and adds nothing.
 */
export async function findPotential(
  reader: Reader,
  paging: Paging,
  query: Query,
  now: Date,
): Promise<Page<PotentialRow> & { totals: Totals }> {
  const binding = bindingOf('potential', query)
  const after = paging.keyAfter(binding, query)
  const beyond =
    after === null
      ? Prisma.sql`true`
      : Prisma.sql`(cu.name, cu.id, coalesce(a.number, 0), r.currency) > (${after[0]}, ${after[1]}::uuid, ${after[2]}::int, ${after[3]})`
  const today = await companyDay(reader, now)
  // Planned anew: what claims there are decides how they are left out, and a plan made while there were none would last.
  const [answered] = await reader.rows<Answered>(
    Prisma.sql`WITH p AS MATERIALIZED (${parts(query, today)}),
      r AS (SELECT customer_id, currency, agreement_id, json_agg(p) AS parts FROM p GROUP BY customer_id, currency, agreement_id)
    SELECT (SELECT coalesce(json_agg(s), '[]') FROM (
        SELECT cu.id AS "customerId", cu.name AS "customerName", a.id AS "agreementId", a.heading AS "agreementName",
          coalesce(a.number, 0) AS "agreementNumber", a.settlement, r.currency, r.parts
        FROM r JOIN customer cu ON cu.id = r.customer_id LEFT JOIN agreement a ON a.id = r.agreement_id
        WHERE ${beyond} ORDER BY cu.name, cu.id, coalesce(a.number, 0), r.currency LIMIT ${query.limit + 1}) s) AS page,
      (SELECT coalesce(json_agg(t ORDER BY t.currency), '[]') FROM (
        SELECT p.currency, coalesce(sum(p.due) FILTER (WHERE p.reason IS NULL), 0) AS ready,
          coalesce(sum(p.due) FILTER (WHERE p.reason IS NOT NULL), 0) AS held, sum(p.future) AS future
        FROM p GROUP BY p.currency) t) AS totals,
      (SELECT count(*)::int FROM r) AS total`,
    'anew',
  )
  const { page: rows, totals, total } = answered ?? { page: [], totals: [], total: 0 }
  const keyOf = (row: PotentialSums) => [row.customerName, row.customerId, row.agreementNumber, row.currency]
  const extra = await findExtraPieces(reader, query, [...new Set(rows.map(({ customerId }) => customerId))])
  const page = paging.cut(binding, query, rows, keyOf, (row) => presentPotential(row, extra))
  return {
    ...page,
    page: { ...page.page, ...(query.count === 'exact' && { total }) },
    totals: presentTotals(totals),
  }
}

/**
 * By customer, currency and reason to wait; the ages beside one another. Grouped by more, or with a condition on the
 * reason for each figure, a million entries would have to be sorted or take twice the time.
 */
function parts(query: Query, today: string): Prisma.Sql {
  const day = Prisma.sql`${today}::date`
  const sum = (isMeant: Prisma.Sql) => Prisma.sql`coalesce(sum(i.amount) FILTER (WHERE ${isMeant}), 0)`
  const figures = Prisma.sql`count(*) AS items, count(*) FILTER (WHERE i.day <= ${day}) AS "dueItems",
    ${sum(Prisma.sql`i.day <= ${day}`)} AS due, ${sum(Prisma.sql`i.day > ${day}`)} AS future,
    ${sum(Prisma.sql`i.day <= ${day} AND i.day >= ${day} - 30`)} AS days30,
    ${sum(Prisma.sql`i.day < ${day} - 30 AND i.day >= ${day} - 60`)} AS days60,
    ${sum(Prisma.sql`i.day < ${day} - 60 AND i.day >= ${day} - 90`)} AS days90,
    ${sum(Prisma.sql`i.day < ${day} - 90`)} AS older, min(i.day) AS "oldestDay"`
  const { column, by } = groupOf(query)
  return Prisma.sql`SELECT i.customer_id, i.currency, ${column} AS agreement_id, i.held_because AS reason, ${figures},
      count(*) AS entries, sum(i.worked_minutes) AS minutes, sum(i.minutes) AS "billableMinutes"
    FROM potential_time i WHERE ${isAskedFor(query)} GROUP BY i.customer_id, i.currency, i.held_because${by}
    UNION ALL
    SELECT i.customer_id, i.currency, ${column}, i.held_because, ${figures}, 0, 0, 0
    FROM potential_item i WHERE i.source <> 'time' AND ${isAskedFor(query)} GROUP BY i.customer_id, i.currency, i.held_because${by}`
}

function presentTotals(totals: Answered['totals']): Totals {
  const of = (figure: keyof Totals) => totals.map((sum) => toWire({ minor: sum[figure], currency: sum.currency }))
  return { ready: of('ready'), held: of('held'), future: of('future') }
}
