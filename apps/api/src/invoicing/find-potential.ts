import type { listPotential, listPotentialEntries, PotentialRow } from '@timedesk/contracts/agreements'
import type { Money } from '@timedesk/contracts/primitives'
import { Refusal } from '@timedesk/contracts/refusal'
import type { TimeEntry } from '@timedesk/contracts/time'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { presentTimeEntry, timeEntrySelection, type TimeEntryRow } from '../time/find-time-entries.ts'

type Row = {
  customerId: string
  customerName: string
  currency: string
  entries: number
  minutes: number
  billableMinutes: number
  ready: number
  heldEntries: number
  oldestWorkDate: string
}

/**
 * What can be invoiced (R41): billable time of a customer, up to a day. Always derived from the entries `t` and
 * their ratings `r`, never stored, so that it cannot differ from them. Whatever claims an entry is to be left out here.
 */
export function isPotential(to?: string): Prisma.Sql {
  const billable = Prisma.sql`t.is_billable AND t.customer_id IS NOT NULL`
  return to === undefined ? billable : Prisma.sql`${billable} AND t.work_date <= ${to}::date`
}

/**
 * A page of the potential: a row for each customer and currency, by name. `ready` is the sum of the entries' amounts;
 * entries without a rate are counted as held and add nothing to it.
 */
export async function findPotential(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listPotential.query>,
): Promise<Page<PotentialRow> & { totals: Money[] }> {
  const binding = bindingOf('potential', query)
  const after = paging.keyAfter(binding, query)
  const beyond =
    after === null
      ? Prisma.sql`true`
      : Prisma.sql`(cu.name, cu.id, r.currency) > (${after[0]}, ${after[1]}::uuid, ${after[2]})`
  const rows = await reader.rows<Row>(Prisma.sql`SELECT cu.id AS "customerId", cu.name AS "customerName", r.currency,
      count(*)::int AS entries, sum(t.minutes)::int AS minutes, sum(r.billable_minutes)::int AS "billableMinutes",
      coalesce(sum(r.amount), 0)::float8 AS ready, (count(*) FILTER (WHERE r.amount IS NULL))::int AS "heldEntries",
      min(t.work_date)::text AS "oldestWorkDate"
    FROM time_entry t JOIN time_rating r ON r.entry_id = t.id JOIN customer cu ON cu.id = t.customer_id
    WHERE ${isPotential(query.to)} AND ${beyond}
    GROUP BY cu.id, cu.name, r.currency ORDER BY cu.name, cu.id, r.currency LIMIT ${query.limit + 1}`)
  const page = paging.cut(binding, query, rows, (row) => [row.customerName, row.customerId, row.currency], presentRow)
  const { totals, rowCount } = await findTotals(reader, query.to)
  return {
    ...page,
    page: { ...page.page, ...(query.count === 'exact' && { total: rowCount }) },
    totals,
  }
}

async function findTotals(reader: Reader, to: string | undefined): Promise<{ totals: Money[]; rowCount: number }> {
  const sums = await reader.rows<{ currency: string; ready: number; customers: number }>(
    Prisma.sql`SELECT r.currency, coalesce(sum(r.amount), 0)::float8 AS ready, count(DISTINCT t.customer_id)::int AS customers
      FROM time_entry t JOIN time_rating r ON r.entry_id = t.id WHERE ${isPotential(to)} GROUP BY r.currency ORDER BY r.currency`,
  )
  return {
    totals: sums.map(({ currency, ready }) => toWire({ minor: ready, currency })),
    rowCount: sums.reduce((count, { customers }) => count + customers, 0),
  }
}

/** A page of the time that a customer's potential comes from, oldest first. Refuses with `not_found`. */
export async function findPotentialEntries(
  reader: Reader,
  paging: Paging,
  customerId: string,
  query: z.output<typeof listPotentialEntries.query>,
  shows: { showsAmounts: boolean },
): Promise<Page<TimeEntry>> {
  const binding = bindingOf(`potential of ${customerId}`, query)
  const after = paging.keyAfter(binding, query)
  const beyond =
    after === null ? Prisma.sql`true` : Prisma.sql`(t.work_date, t.id) > (${after[0]}::date, ${after[1]}::uuid)`
  const matching = Prisma.sql`t.customer_id = ${customerId}::uuid AND ${isPotential(query.to)}`
  const rows = await reader.rows<TimeEntryRow>(
    Prisma.sql`${timeEntrySelection} WHERE ${matching} AND ${beyond} ORDER BY t.work_date, t.id LIMIT ${query.limit + 1}`,
  )
  if (rows.length === 0) await requireCustomer(reader, customerId)
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.workDate, row.id],
    (row) => presentTimeEntry(row, shows),
  )
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM time_entry t WHERE ${matching}`))
}

async function requireCustomer(reader: Reader, id: string): Promise<void> {
  const found = await reader.rows(Prisma.sql`SELECT 1 FROM customer WHERE id = ${id}::uuid`)
  if (found.length === 0) throw new Refusal('not_found')
}

function presentRow({ customerId, customerName, currency, ready, ...row }: Row): PotentialRow {
  return { ...row, customer: { id: customerId, name: customerName }, ready: toWire({ minor: ready, currency }) }
}
