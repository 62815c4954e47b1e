import type { listOverdueInvoices, OverdueInvoice } from '@timedesk/contracts/payments'
import type { Money } from '@timedesk/contracts/primitives'
import { Refusal } from '@timedesk/contracts/refusal'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { companyDay } from '../../agreements/company-day.ts'
import { countRows } from '../../platform/db/count-rows.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'
import { balanceJoins, remainingOf, standingOf } from '../invoice-standing.ts'

type Row = Omit<OverdueInvoice, 'payable' | 'remaining' | 'lastRemindedAt'> & {
  /** Minor units. */
  payable: number
  remaining: number
  currency: string
  lastRemindedAt: Date | null
}

const tables = Prisma.sql`invoice i JOIN customer cu ON cu.id = i.customer_id ${balanceJoins}`

function selectionOn(today: string): Prisma.Sql {
  return Prisma.sql`SELECT i.id, i.number, json_build_object('id', cu.id, 'name', cu.name) AS customer, i.issued_on::text AS "issuedOn",
      i.due_on::text AS "dueOn", (${today}::date - i.due_on)::int AS "daysOverdue", i.currency, i.payable::float8 AS payable,
      (${remainingOf})::float8 AS remaining, cu.invoice_email AS "invoiceEmail",
      (SELECT count(*)::int FROM reminder r WHERE r.invoice_id = i.id) AS reminders,
      (SELECT max(r.at) FROM reminder r WHERE r.invoice_id = i.id) AS "lastRemindedAt"
    FROM ${tables}`
}

/** A page of what is overdue on the company's day, the longest overdue first, with what all of it comes to by currency. */
export async function findOverdueInvoices(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listOverdueInvoices.query>,
  now: Date,
): Promise<Page<OverdueInvoice> & { totals: Money[] }> {
  const binding = bindingOf('overdue invoices', query)
  const after = paging.keyAfter(binding, query)
  const today = await companyDay(reader, now)
  const { customerId } = query
  const ofCustomer = customerId === undefined ? Prisma.empty : Prisma.sql`AND i.customer_id = ${customerId}::uuid`
  const filter = Prisma.sql`i.state = 'posted' AND i.due_on < ${today}::date AND ${standingOf(today)} = 'overdue' ${ofCustomer}`
  const beyond =
    after === null ? Prisma.empty : Prisma.sql`AND (i.due_on, i.id) > (${after[0]}::date, ${after[1]}::uuid)`
  const [rows, totals] = await Promise.all([
    reader.rows<Row>(
      Prisma.sql`${selectionOn(today)} WHERE ${filter} ${beyond} ORDER BY i.due_on, i.id LIMIT ${query.limit + 1}`,
    ),
    reader.rows<{ currency: string; minor: number }>(Prisma.sql`SELECT i.currency, sum(${remainingOf})::float8 AS minor
      FROM ${tables} WHERE ${filter} GROUP BY i.currency ORDER BY i.currency`),
  ])
  const page = paging.cut(binding, query, rows, (row) => [row.dueOn, row.id], present)
  const counted = await withTotal(page, query, () => countRows(reader, Prisma.sql`FROM ${tables} WHERE ${filter}`))
  return { ...counted, totals: totals.map(toWire) }
}

/** One invoice as the list shows it, overdue or not. Refuses with `not_found`. */
export async function findOverdueInvoice(reader: Reader, id: string, now: Date): Promise<OverdueInvoice> {
  const today = await companyDay(reader, now)
  const [row] = await reader.rows<Row>(Prisma.sql`${selectionOn(today)} WHERE i.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return present(row)
}

function present({ payable, remaining, currency, lastRemindedAt, ...row }: Row): OverdueInvoice {
  const money = (minor: number) => toWire({ minor, currency })
  return {
    ...row,
    payable: money(payable),
    remaining: money(remaining),
    lastRemindedAt: lastRemindedAt?.toISOString() ?? null,
  }
}
