import type { InvoiceSummary } from '@timedesk/contracts/invoice'
import type { listInvoices } from '@timedesk/contracts/invoices'
import type { Money } from '@timedesk/contracts/primitives'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { companyDay } from '../agreements/company-day.ts'
import { containing } from '../platform/db/containing.ts'
import { familyOf } from '../platform/db/case-family.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, type CursorKey, type Page, type Paging } from '../platform/http/paging.ts'
import { remainingOf, standingOf } from './invoice-standing.ts'
import { presentSummary, summaryColumns, summaryTables, type SummaryRow } from './present-summary.ts'

type Query = z.output<typeof listInvoices.query>
type Totals = { currency: string; payable: Money; remaining: Money }[]
type Row = SummaryRow & { sortDay: string; sortNumber: number }

/** Drafts first, latest first: each has a place after all days. */
const sortDay = Prisma.sql`CASE i.state WHEN 'draft' THEN '9999-12-31'::date ELSE i.issued_on END`
const sortNumber = Prisma.sql`coalesce(i.number_in_series, 0)`

/** A page of documents, drafts first and then the latest, with the totals of all that match. */
export async function findInvoices(
  reader: Reader,
  paging: Paging,
  query: Query,
  now: Date,
): Promise<Page<InvoiceSummary> & { totals: Totals }> {
  const binding = bindingOf('invoices', query)
  const after = paging.keyAfter(binding, query)
  const today = await companyDay(reader, now)
  const matching = Prisma.join(filtersOf(query, today), ' AND ')
  const [rows, totals] = await Promise.all([
    reader.rows<Row>(Prisma.sql`SELECT ${summaryColumns(today)}, ${sortDay}::text AS "sortDay", ${sortNumber} AS "sortNumber"
      FROM ${summaryTables} WHERE ${matching} AND ${beyond(after)} ORDER BY ${sortDay} DESC, ${sortNumber} DESC, i.id DESC LIMIT ${query.limit + 1}`),
    findTotals(reader, matching),
  ])
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.sortDay, row.sortNumber, row.id],
    ({ sortDay: _day, sortNumber: _number, ...row }) => presentSummary(row),
  )
  const total = totals.reduce((sum, { count }) => sum + count, 0)
  return {
    ...page,
    page: { ...page.page, ...(query.count === 'exact' && { total }) },
    totals: totals.map(({ currency, payable, remaining }) => {
      const money = (minor: number) => toWire({ minor, currency })
      return { currency, payable: money(payable), remaining: money(remaining) }
    }),
  }
}

/** What goes back is left of the invoice and of the credit note that gives it: it counts with the note. */
async function findTotals(reader: Reader, matching: Prisma.Sql) {
  const counted = Prisma.sql`i.kind = 'credit_note' OR ${remainingOf} > 0`
  return reader.rows<{
    currency: string
    payable: number
    remaining: number
    count: number
  }>(Prisma.sql`SELECT i.currency,
      sum(CASE i.kind WHEN 'credit_note' THEN -i.payable ELSE i.payable END)::float8 AS payable,
      coalesce(sum(${remainingOf}) FILTER (WHERE ${counted}), 0)::float8 AS remaining, count(*)::int AS count
    FROM ${summaryTables} WHERE ${matching} GROUP BY i.currency ORDER BY i.currency`)
}

function filtersOf(query: Query, today: string): Prisma.Sql[] {
  const { kind, state, customerId, caseId, runId, from, to, unsent, search } = query
  const filters = [Prisma.sql`true`]
  if (kind !== undefined) filters.push(Prisma.sql`i.kind = ${kind}`)
  if (state !== undefined) filters.push(Prisma.sql`${standingOf(today)} = ${state}`)
  if (customerId !== undefined) filters.push(Prisma.sql`i.customer_id = ${customerId}::uuid`)
  if (caseId !== undefined) filters.push(aboutCase(caseId))
  if (runId !== undefined) filters.push(Prisma.sql`i.run_id = ${runId}::uuid`)
  if (from !== undefined) filters.push(Prisma.sql`i.issued_on >= ${from}::date`)
  if (to !== undefined) filters.push(Prisma.sql`i.issued_on <= ${to}::date`)
  if (unsent === true) filters.push(Prisma.sql`i.state = 'posted' AND i.send_state = 'none'`)
  if (search !== undefined)
    filters.push(
      Prisma.sql`(i.number ILIKE ${containing(search)} OR i.order_reference ILIKE ${containing(search)} OR cu.name ILIKE ${containing(search)})`,
    )
  return filters
}

/** A line of it is about the case, or charges time on it; or on one that was merged into it. */
function aboutCase(caseId: string): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT 1 FROM invoice_line l WHERE l.invoice_id = i.id AND l.case_id = ANY(${familyOf(caseId)}))
    OR EXISTS (SELECT 1 FROM invoice_source s JOIN time_entry t ON t.id = s.entry_id WHERE s.invoice_id = i.id AND t.case_id = ANY(${familyOf(caseId)})))`
}

function beyond(after: CursorKey | null): Prisma.Sql {
  if (after === null) return Prisma.sql`true`
  return Prisma.sql`(${sortDay}, ${sortNumber}, i.id) < (${after[0]}::date, ${after[1]}::int, ${after[2]}::uuid)`
}
