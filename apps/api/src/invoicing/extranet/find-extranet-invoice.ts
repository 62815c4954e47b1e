import type { ExtranetInvoice } from '@timedesk/contracts/extranet-invoices'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import { companyDay } from '../../agreements/company-day.ts'
import type { Reader } from '../../platform/db/database.ts'
import { extranetInvoiceColumns } from './find-extranet-invoices.ts'
import { presentExtranetInvoice, type ExtranetInvoiceRow } from './present-extranet-invoice.ts'

/** A posted document with its lines and its VAT. Refuses with `not_found` what the contact does not see. */
export async function findExtranetInvoice(reader: Reader, id: string, now: Date): Promise<ExtranetInvoice> {
  const [row] =
    await reader.rows<ExtranetInvoiceRow>(Prisma.sql`SELECT ${extranetInvoiceColumns}, i.buyer_reference AS "buyerReference", i.note, i.reason,
      ${periodOf(Prisma.sql`i`)} AS period, i.line_total::float8 AS "lineTotal", i.allowance_total::float8 AS allowances,
      i.gross::float8 AS gross, i.rounding::float8 AS rounding,
      (SELECT coalesce(json_agg(json_build_object('category', v.category, 'rate', v.rate, 'base', v.base, 'vat', v.vat)
          ORDER BY v.rate DESC, v.category), '[]') FROM extranet_invoice_vat v WHERE v.invoice_id = i.id) AS "vatRows",
      (SELECT coalesce(json_agg(json_build_object('id', l.id, 'text', l.text, 'description', l.description, 'quantity', l.quantity,
          'unit', l.unit, 'unitPrice', l.unit_price, 'baseQuantity', l.base_quantity, 'allowance', l.allowance, 'net', l.net,
          'vatRate', l.vat_rate, 'period', ${periodOf(Prisma.sql`l`)},
          'case', CASE WHEN l.case_id IS NOT NULL THEN json_build_object('id', l.case_id, 'number', l.case_number) END)
          ORDER BY l.position), '[]') FROM extranet_invoice_line l WHERE l.invoice_id = i.id) AS lines
    FROM extranet_invoice i WHERE i.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return presentExtranetInvoice(row, await companyDay(reader, now))
}

/** Refuses with `not_found` a document that the contact does not see. */
export async function requireShown(reader: Reader, id: string): Promise<void> {
  const shown = await reader.rows(Prisma.sql`SELECT 1 FROM extranet_invoice i WHERE i.id = ${id}::uuid`)
  if (shown.length === 0) throw new Refusal('not_found')
}

function periodOf(table: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${table}.period_from IS NOT NULL
    THEN json_build_object('from', ${table}.period_from, 'to', ${table}.period_to) END`
}
