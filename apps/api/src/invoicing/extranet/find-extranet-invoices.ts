import type { ExtranetInvoiceSummary, extranetListInvoices } from '@timedesk/contracts/extranet-invoices'
import type { Money } from '@timedesk/contracts/primitives'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { companyDay } from '../../agreements/company-day.ts'
import { countRows } from '../../platform/db/count-rows.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'
import { presentExtranetSummary, type ExtranetSummaryRow } from './present-extranet-invoice.ts'

/** Documents `i` as the database shows them to a contact. */
export const extranetInvoiceColumns = Prisma.sql`i.id, i.kind, i.number, i.issued_on::text AS "issuedOn", i.due_on::text AS "dueOn", i.currency,
    i.net::float8 AS net, i.vat::float8 AS vat, i.payable::float8 AS payable, i.paid::float8 AS paid, i.credited::float8 AS credited,
    i.remaining::float8 AS remaining, i.order_reference AS "orderReference", i.corrects_id AS "correctsId",
    i.corrects_number AS "correctsNumber", i.ubl_key IS NOT NULL AS "hasUbl"`

const isOwed = Prisma.sql`i.kind = 'invoice' AND i.remaining > 0`

/**
 * A page of the posted documents of the contact's customer, latest first, with what is to be paid of all of them in each
 * currency; nothing where the supplier does not show them.
 */
export async function findExtranetInvoices(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof extranetListInvoices.query>,
  now: Date,
): Promise<Page<ExtranetInvoiceSummary> & { toPay: Money[]; areShown: boolean }> {
  const binding = bindingOf('extranet-invoices', query)
  const after = paging.keyAfter(binding, query)
  const matching =
    query.isOpen === undefined ? Prisma.sql`true` : query.isOpen ? Prisma.sql`(${isOwed})` : Prisma.sql`NOT (${isOwed})`
  const beyond =
    after === null ? Prisma.sql`true` : Prisma.sql`(i.issued_on, i.id) < (${after[0]}::date, ${after[1]}::uuid)`
  const today = await companyDay(reader, now)
  const rows = await reader.rows<ExtranetSummaryRow>(Prisma.sql`SELECT ${extranetInvoiceColumns} FROM extranet_invoice i
    WHERE ${matching} AND ${beyond} ORDER BY i.issued_on DESC, i.id DESC LIMIT ${query.limit + 1}`)
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.issuedOn, row.id],
    (row) => presentExtranetSummary(row, today),
  )
  return {
    ...(await withTotal(page, query, () => countRows(reader, Prisma.sql`FROM extranet_invoice i WHERE ${matching}`))),
    toPay: await findOwed(reader),
    areShown: await areShown(reader),
  }
}

async function findOwed(reader: Reader): Promise<Money[]> {
  const owed = await reader.rows<{ minor: number; currency: string }>(
    Prisma.sql`SELECT sum(i.remaining)::float8 AS minor, i.currency FROM extranet_invoice i WHERE ${isOwed} GROUP BY i.currency ORDER BY i.currency`,
  )
  return owed.map(toWire)
}

/** Whether the supplier shows invoices to the contact's customer, the only one that it sees. */
async function areShown(reader: Reader): Promise<boolean> {
  const [customer] = await reader.rows<{ areShown: boolean }>(
    Prisma.sql`SELECT shows_invoices AS "areShown" FROM customer WHERE id = asking_customer()`,
  )
  return customer?.areShown ?? false
}
