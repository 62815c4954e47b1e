import type { getVatSummary } from '@timedesk/contracts/reports'
import { percentText } from '@timedesk/domain/money/decimal'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'

type Query = z.output<typeof getVatSummary.query>
type Answer = z.output<(typeof getVatSummary.responses)[200]>
type Row = { category: string; rate: number; invoices: number; credits: number; base: number; vat: number }

/**
 * The VAT of what was posted in a period, by category and rate, in the company's currency: of a foreign document as it
 * tells it itself (BT-111). With it the numbers that are missing in a series, which no report of VAT may leave open (R44).
 */
export async function findVatSummary(reader: Reader, { from, to }: Query): Promise<Answer> {
  const [rows, [facts]] = await Promise.all([
    reader.rows<Row>(Prisma.sql`SELECT x.category, x.rate, coalesce(sum(x.base) FILTER (WHERE x.sign = 1), 0)::float8 AS invoices,
        coalesce(-sum(x.base) FILTER (WHERE x.sign = -1), 0)::float8 AS credits, sum(x.base)::float8 AS base, sum(x.vat)::float8 AS vat
      FROM (SELECT v.category, v.rate, d.sign, d.sign * ${stepOf(Prisma.sql`v.base`)} AS base, d.sign * ${stepOf(Prisma.sql`v.vat`)} AS vat
        FROM (SELECT i.id, coalesce(i.exchange_rate, 1000000) / 1000000::numeric AS factor, CASE i.kind WHEN 'credit_note' THEN -1 ELSE 1 END AS sign
          FROM invoice i WHERE i.state = 'posted' AND i.issued_on BETWEEN ${from}::date AND ${to}::date) d
        JOIN invoice_vat v ON v.invoice_id = d.id) x
      GROUP BY x.category, x.rate ORDER BY x.rate DESC, x.category`),
    reader.rows<{ documents: number; gaps: string[]; currency: string }>(Prisma.sql`SELECT co.currency,
        (SELECT count(*)::int FROM invoice i WHERE i.state = 'posted' AND i.issued_on BETWEEN ${from}::date AND ${to}::date) AS documents,
        (SELECT coalesce(json_agg(s.code || ' ' || CASE s.year WHEN 0 THEN '' ELSE s.year || '-' END || g.number ORDER BY s.code, s.year, g.number), '[]')
          FROM number_series s
          CROSS JOIN LATERAL (SELECT min(i.number_in_series) AS first FROM invoice i WHERE i.series_code = s.code AND i.series_year = s.year) f
          CROSS JOIN LATERAL generate_series(f.first, s.next_number - 1) AS g (number)
          WHERE NOT EXISTS (SELECT 1 FROM invoice i WHERE i.series_code = s.code AND i.series_year = s.year AND i.number_in_series = g.number)) AS gaps
      FROM company co`),
  ])
  if (facts === undefined) throw new Error('The database has no company')
  const money = (minor: number) => toWire({ minor, currency: facts.currency })
  const data = rows.map(({ category, rate, invoices, credits, base, vat }) => ({
    ...{ category, rate: percentText(rate), invoices: money(invoices), credits: money(credits) },
    ...{ base: money(base), vat: money(vat) },
  }))
  return { data, ...facts }
}

/** Converted as a running total over the document's categories, so that they sum to what it tells as a whole. */
function stepOf(amount: Prisma.Sql): Prisma.Sql {
  const running = Prisma.sql`sum(${amount}) OVER (PARTITION BY v.invoice_id ORDER BY v.category, v.rate)`
  return Prisma.sql`(round(${running} * d.factor) - round((${running} - ${amount}) * d.factor))::bigint`
}
