import type { InvoiceSummary } from '@timedesk/contracts/invoice'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { SendState } from '@timedesk/contracts/invoice'
import { balanceJoins, standingColumns, type Standing } from './invoice-standing.ts'

/** A document as a list shows it. Amounts in minor units of its currency. */
export type SummaryRow = Standing &
  Pick<
    InvoiceSummary,
    | 'id'
    | 'kind'
    | 'number'
    | 'issuedOn'
    | 'dueOn'
    | 'currency'
    | 'orderReference'
    | 'lines'
    | 'reminders'
    | 'runNumber'
  > &
  Pick<InvoiceSummary, 'createdByName' | 'version' | 'customer' | 'corrects'> & {
    sendState: z.output<typeof SendState>
    net: number
    vat: number
    payable: number
    registered: number
    createdAt: Date
    postedAt: Date | null
  }

/** Columns of `SummaryRow` for document `i` of `summaryTables`. */
export function summaryColumns(today: string): Prisma.Sql {
  return Prisma.sql`i.id, i.kind, i.number, i.issued_on::text AS "issuedOn", i.due_on::text AS "dueOn", i.currency, i.order_reference AS "orderReference",
    (SELECT count(*)::int FROM invoice_line l WHERE l.invoice_id = i.id) AS lines,
    (SELECT count(*)::int FROM reminder d WHERE d.invoice_id = i.id) AS reminders,
    run.number AS "runNumber", i.created_by_name AS "createdByName", i.version, json_build_object('id', cu.id, 'name', cu.name) AS customer,
    CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'number', o.number) END AS corrects, i.send_state AS "sendState",
    i.net::float8 AS net, i.vat::float8 AS vat, i.payable::float8 AS payable, i.registered::float8 AS registered,
    i.created_at AS "createdAt", i.posted_at AS "postedAt", ${standingColumns(today)}`
}

export const summaryTables = Prisma.sql`invoice i
  JOIN customer cu ON cu.id = i.customer_id
  LEFT JOIN invoice o ON o.id = i.corrects_id
  LEFT JOIN invoice_run run ON run.id = i.run_id
  ${balanceJoins}`

export function presentSummary(row: SummaryRow): InvoiceSummary {
  const { paid: _paid, credited: _credited, standing: state, createdAt, postedAt, ...plain } = row
  const money = (minor: number) => toWire({ minor, currency: row.currency })
  return {
    ...plain,
    state,
    net: money(row.net),
    vat: money(row.vat),
    payable: money(row.payable),
    remaining: money(row.remaining),
    registered: money(row.registered),
    createdAt: createdAt.toISOString(),
    postedAt: postedAt?.toISOString() ?? null,
  }
}
