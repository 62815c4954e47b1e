import type { getPaymentImport, listPaymentImports, Payment, PaymentImport } from '@timedesk/contracts/payments'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../../../platform/db/count-rows.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../../platform/http/paging.ts'
import { findPaymentsById } from '../find-payments.ts'

type Row = Omit<PaymentImport, 'createdAt'> & { createdAt: Date }
type Whole = z.input<(typeof getPaymentImport.responses)[200]>
type ImportRow = Omit<Whole['rows'][number], 'payment'> & { paymentId: string | null }

const countOf = (outcome: string) =>
  Prisma.sql`(SELECT count(*)::int FROM payment_import_row r WHERE r.import_id = m.id AND r.outcome = ${outcome})`
const columns = Prisma.sql`m.id, m.file_name AS "fileName", m.recorded_by_name AS "recordedByName", m.created_at AS "createdAt",
  json_build_object('recorded', ${countOf('recorded')}, 'recordedBefore', ${countOf('recorded_before')},
    'unknownInvoice', ${countOf('unknown_invoice')}, 'amountTooHigh', ${countOf('amount_too_high')},
    'unreadable', ${countOf('unreadable')}) AS counts`

/** A page of imports, latest first. */
export async function findPaymentImports(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listPaymentImports.query>,
): Promise<Page<PaymentImport>> {
  const binding = bindingOf('payment imports', query)
  const after = paging.keyAfter(binding, query)
  const beyond =
    after === null ? Prisma.sql`true` : Prisma.sql`(m.created_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const rows = await reader.rows<Row>(Prisma.sql`SELECT ${columns} FROM payment_import m WHERE ${beyond}
    ORDER BY m.created_at DESC, m.id DESC LIMIT ${query.limit + 1}`)
  const page = paging.cut(binding, query, rows, (row) => [row.createdAt.toISOString(), row.id], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM payment_import m`))
}

/** One import with what each row became. Refuses with `not_found`. */
export async function findPaymentImport(reader: Reader, id: string): Promise<Whole> {
  const [[row], rows] = await Promise.all([
    reader.rows<Row>(Prisma.sql`SELECT ${columns} FROM payment_import m WHERE m.id = ${id}::uuid`),
    reader.rows<ImportRow>(Prisma.sql`SELECT line, outcome, paid_on AS "paidOn", amount, reference, payment_id AS "paymentId"
      FROM payment_import_row WHERE import_id = ${id}::uuid ORDER BY line`),
  ])
  if (row === undefined) throw new Refusal('not_found')
  const payments = await findPaymentsById(
    reader,
    rows.flatMap(({ paymentId }) => paymentId ?? []),
  )
  const paymentsById = new Map<string | null, Payment>(payments.map((payment) => [payment.id, payment]))
  return {
    ...present(row),
    rows: rows.map(({ paymentId, ...shown }) => ({ ...shown, payment: paymentsById.get(paymentId) ?? null })),
  }
}

function present({ createdAt, ...row }: Row): PaymentImport {
  return { ...row, createdAt: createdAt.toISOString() }
}
