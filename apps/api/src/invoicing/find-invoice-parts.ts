import type { Invoice } from '@timedesk/contracts/invoice'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

type Named<Part extends keyof Invoice['invoiceLines'][number]> = Invoice['invoiceLines'][number][Part]

/** What hangs on a document, as it is stored. Amounts in minor units. */
export type InvoiceParts = {
  /** What its lines are about, by line. */
  lines: Map<
    string,
    { agreement: Named<'agreement'>; case: Named<'case'>; project: Named<'project'>; credited: number }
  >
  /** What posted credit notes took back, by source. */
  creditedSources: Map<string, number>
  creditNotes: { id: string; number: string | null; payable: number; issuedOn: string | null }[]
  payments: {
    id: string
    amount: number
    paidOn: string
    reference: string
    recordedByName: string
    at: Date
    isReversed: boolean
    reverses: string | null
  }[]
  reminders: { level: number; sentTo: string; remaining: number; sentByName: string; at: Date }[]
}

/** Reads what hangs on a document. */
export async function findInvoiceParts(reader: Reader, invoiceId: string): Promise<InvoiceParts> {
  const own = Prisma.sql`${invoiceId}::uuid`
  const [lines, creditedSources, creditNotes, payments, reminders] = await Promise.all([
    reader.rows<{ id: string } & (InvoiceParts['lines'] extends Map<string, infer Part> ? Part : never)>(linesOf(own)),
    reader.rows<{
      id: string
      credited: number
    }>(Prisma.sql`SELECT s.credits_id AS id, sum(s.amount)::float8 AS credited
      FROM invoice_source s JOIN invoice n ON n.id = s.invoice_id AND n.state = 'posted'
      WHERE s.credits_id IN (SELECT o.id FROM invoice_source o WHERE o.invoice_id = ${own}) GROUP BY s.credits_id`),
    reader.rows<
      InvoiceParts['creditNotes'][number]
    >(Prisma.sql`SELECT n.id, n.number, n.payable::float8 AS payable, n.issued_on::text AS "issuedOn"
      FROM invoice n WHERE n.corrects_id = ${own} ORDER BY n.created_at, n.id`),
    reader.rows<
      InvoiceParts['payments'][number]
    >(Prisma.sql`SELECT p.id, p.amount::float8 AS amount, p.paid_on::text AS "paidOn", p.reference,
        p.recorded_by_name AS "recordedByName", p.at, p.reverses_id AS reverses,
        EXISTS (SELECT 1 FROM payment back WHERE back.reverses_id = p.id) AS "isReversed"
      FROM payment p WHERE p.invoice_id = ${own} ORDER BY p.at, p.id`),
    reader.rows<
      InvoiceParts['reminders'][number]
    >(Prisma.sql`SELECT d.level, d.sent_to AS "sentTo", d.remaining::float8 AS remaining,
        d.sent_by_name AS "sentByName", d.at FROM reminder d WHERE d.invoice_id = ${own} ORDER BY d.level`),
  ])
  return {
    lines: new Map(lines.map(({ id, ...line }) => [id, line])),
    creditedSources: new Map(creditedSources.map(({ id, credited }) => [id, credited])),
    ...{ creditNotes, payments, reminders },
  }
}

function linesOf(invoiceId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT l.id,
      CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.heading) END AS agreement,
      CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'number', c.number, 'subject', c.subject) END AS case,
      CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS project,
      (SELECT coalesce(sum(x.net), 0)::float8 FROM invoice_line x JOIN invoice n ON n.id = x.invoice_id AND n.state = 'posted'
        WHERE x.credits_line_id = l.id) AS credited
    FROM invoice_line l
    LEFT JOIN agreement a ON a.id = l.agreement_id
    LEFT JOIN support_case c ON c.id = l.case_id
    LEFT JOIN project p ON p.id = l.project_id
    WHERE l.invoice_id = ${invoiceId}`
}
