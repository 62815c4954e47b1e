import { percentText, exchangeRateText } from '@timedesk/domain/money/decimal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { inBatches, type Cell, type Column, type ColumnKind, type Table } from '../platform/tables/table.ts'
import { postingSelection, type PostingRow } from './feed-postings.ts'

/** Both days inclusive. */
export type Period = { from: string; to: string }

const columnsOf = (columns: readonly (readonly [string, string, ColumnKind])[]): Column[] =>
  columns.map(([key, header, kind]) => ({ key, header, kind }))

const issuedIn = ({ from, to }: Period) =>
  Prisma.sql`i.state = 'posted' AND i.issued_on >= ${from}::date AND i.issued_on <= ${to}::date`

type InvoiceRow = {
  id: string
  issuedOn: string
  exchangeRate: number | null
  postedAt: Date
} & Record<string, Cell | Date>

/** Posted documents of a period, a row each; the amounts of credit notes are positive, as they tell them. */
export function invoiceTable(reader: Reader, period: Period): Table {
  const read = (after: InvoiceRow | null, limit: number) =>
    reader.rows<InvoiceRow>(Prisma.sql`SELECT i.id, i.number, i.kind, i.issued_on::text AS "issuedOn", i.due_on::text AS "dueOn", cu.number AS "customerNumber",
        i.buyer ->> 'name' AS customer, i.buyer ->> 'cvr' AS cvr, i.buyer ->> 'vatId' AS "vatId", i.order_reference AS "orderReference",
        o.number AS corrects, i.currency, i.exchange_rate::float8 AS "exchangeRate", i.net::float8 AS net, i.vat::float8 AS vat,
        i.rounding::float8 AS rounding, i.payable::float8 AS payable, i.accounting_vat::float8 AS "accountingVat", i.posted_at AS "postedAt"
      FROM invoice i JOIN customer cu ON cu.id = i.customer_id LEFT JOIN invoice o ON o.id = i.corrects_id
      WHERE ${issuedIn(period)} AND ${beyond(after, ['issuedOn', 'id'])} ORDER BY i.issued_on, i.id LIMIT ${limit}`)
  const columns = columnsOf([
    ...([
      ['number', 'Number', 'text'],
      ['kind', 'Kind', 'text'],
      ['issuedOn', 'Issued', 'day'],
      ['dueOn', 'Due', 'day'],
    ] as const),
    ...([
      ['customerNumber', 'Customer no.', 'integer'],
      ['customer', 'Customer', 'text'],
      ['cvr', 'CVR', 'text'],
    ] as const),
    ...([
      ['vatId', 'VAT id', 'text'],
      ['orderReference', 'Order no.', 'text'],
      ['corrects', 'Corrects', 'text'],
    ] as const),
    ...([
      ['currency', 'Currency', 'text'],
      ['exchangeRate', 'Exchange rate', 'decimal'],
      ['net', 'Net', 'amount'],
    ] as const),
    ...([
      ['vat', 'VAT', 'amount'],
      ['rounding', 'Rounding', 'amount'],
      ['payable', 'Payable', 'amount'],
    ] as const),
    ...([
      ['accountingVat', 'VAT in own currency', 'amount'],
      ['postedAt', 'Posted', 'instant'],
    ] as const),
  ])
  return { name: 'invoices', rowName: 'invoice', columns, batches: inBatches(read, (row) => cellsOf(row, columns)) }
}

type LineRow = { id: string; issuedOn: string; position: number; vatRate: number } & Record<string, Cell | Date>

/** Their lines. */
export function invoiceLineTable(reader: Reader, period: Period): Table {
  const read = (after: LineRow | null, limit: number) =>
    reader.rows<LineRow>(Prisma.sql`SELECT i.id, i.number, i.kind, i.issued_on::text AS "issuedOn", cu.number AS "customerNumber", i.buyer ->> 'name' AS customer,
        l.position, l.text, l.description, l.quantity, l.unit, l.unit_price::float8 AS "unitPrice", l.base_quantity AS "baseQuantity",
        l.allowance::float8 AS allowance, l.net::float8 AS net, l.registered::float8 AS registered, i.currency, l.vat_category AS "vatCategory",
        l.vat_rate AS "vatRate", l.revenue, a.number AS "agreementNumber", a.heading AS agreement, c.number AS "caseNumber"
      FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id JOIN customer cu ON cu.id = i.customer_id
      LEFT JOIN agreement a ON a.id = l.agreement_id LEFT JOIN support_case c ON c.id = l.case_id
      WHERE ${issuedIn(period)} AND ${beyond(after, ['issuedOn', 'id', 'position'])} ORDER BY i.issued_on, i.id, l.position LIMIT ${limit}`)
  const columns = columnsOf([
    ...([
      ['number', 'Number', 'text'],
      ['kind', 'Kind', 'text'],
      ['issuedOn', 'Issued', 'day'],
    ] as const),
    ...([
      ['customerNumber', 'Customer no.', 'integer'],
      ['customer', 'Customer', 'text'],
      ['position', 'Line', 'integer'],
    ] as const),
    ...([
      ['text', 'Text', 'text'],
      ['description', 'Description', 'text'],
      ['quantity', 'Quantity', 'integer'],
    ] as const),
    ...([
      ['unit', 'Unit', 'text'],
      ['unitPrice', 'Price', 'amount'],
      ['baseQuantity', 'Per', 'integer'],
    ] as const),
    ...([
      ['allowance', 'Allowance', 'amount'],
      ['net', 'Net', 'amount'],
      ['registered', 'Registered', 'amount'],
    ] as const),
    ...([
      ['currency', 'Currency', 'text'],
      ['vatCategory', 'VAT category', 'text'],
      ['vatRate', 'VAT rate', 'decimal'],
    ] as const),
    ...([
      ['revenue', 'Revenue', 'text'],
      ['agreementNumber', 'Agreement no.', 'integer'],
      ['agreement', 'Agreement', 'text'],
    ] as const),
    ...([['caseNumber', 'Case', 'integer']] as const),
  ])
  return { name: 'invoice-lines', rowName: 'line', columns, batches: inBatches(read, (row) => cellsOf(row, columns)) }
}

type TimeRow = { id: string; sourceId: string; issuedOn: string } & Record<string, Cell | Date>

/** Time on documents of a period, and what credit notes take back of it. */
export function invoicedTimeTable(reader: Reader, period: Period): Table {
  const read = (after: TimeRow | null, limit: number) =>
    reader.rows<TimeRow>(Prisma.sql`SELECT i.id, s.id AS "sourceId", i.number, i.kind, i.issued_on::text AS "issuedOn", cu.number AS "customerNumber",
        i.buyer ->> 'name' AS customer, c.number AS "caseNumber", c.subject AS case, a.heading AS agreement, t.id AS "entryId",
        t.work_date::text AS "workDate", e.name AS employee, ty.name AS "activityType", t.minutes, s.minutes AS "chargedMinutes",
        s.registered::float8 AS registered, s.amount::float8 AS amount, i.currency, s.disposition, t.customer_text AS text
      FROM invoice i JOIN invoice_source s ON s.invoice_id = i.id JOIN time_entry t ON t.id = s.entry_id JOIN employee e ON e.id = t.employee_id
      JOIN activity_type ty ON ty.id = t.activity_type_id JOIN customer cu ON cu.id = i.customer_id JOIN invoice_line l ON l.id = s.line_id
      LEFT JOIN support_case c ON c.id = t.case_id LEFT JOIN agreement a ON a.id = l.agreement_id
      WHERE ${issuedIn(period)} AND ${beyond(after, ['issuedOn', 'id', 'sourceId'])} ORDER BY i.issued_on, i.id, s.id LIMIT ${limit}`)
  const columns = columnsOf([
    ...([
      ['number', 'Number', 'text'],
      ['kind', 'Kind', 'text'],
      ['issuedOn', 'Issued', 'day'],
    ] as const),
    ...([
      ['customerNumber', 'Customer no.', 'integer'],
      ['customer', 'Customer', 'text'],
      ['caseNumber', 'Case', 'integer'],
    ] as const),
    ...([
      ['case', 'Subject', 'text'],
      ['agreement', 'Agreement', 'text'],
      ['entryId', 'Time entry', 'text'],
    ] as const),
    ...([
      ['workDate', 'Worked', 'day'],
      ['employee', 'Employee', 'text'],
      ['activityType', 'Activity', 'text'],
    ] as const),
    ...([
      ['minutes', 'Minutes', 'integer'],
      ['chargedMinutes', 'Minutes charged', 'integer'],
      ['registered', 'Registered', 'amount'],
    ] as const),
    ...([
      ['amount', 'Amount', 'amount'],
      ['currency', 'Currency', 'text'],
      ['disposition', 'Credited as', 'text'],
      ['text', 'Text', 'text'],
    ] as const),
  ])
  return { name: 'invoiced-time', rowName: 'time', columns, batches: inBatches(read, (row) => cellsOf(row, columns)) }
}

/** Bookkeeping entries that were booked on a day of a period. */
export function postingTable(reader: Reader, { from, to }: Period): Table {
  const read = (after: PostingRow | null, limit: number) => {
    const beyondLast =
      after === null
        ? Prisma.sql`true`
        : Prisma.sql`(p.booked_on, p.sequence) > (${after.bookedOn}::date, ${after.sequence}::bigint)`
    return reader.rows<PostingRow>(Prisma.sql`${postingSelection} WHERE p.booked_on >= ${from}::date AND p.booked_on <= ${to}::date
      AND ${beyondLast} ORDER BY p.booked_on, p.sequence LIMIT ${limit}`)
  }
  const columns = columnsOf([
    ...([
      ['sequence', 'Entry', 'decimal'],
      ['bookedOn', 'Booked', 'day'],
      ['account', 'Account', 'text'],
    ] as const),
    ...([
      ['accountNumber', 'Account no.', 'text'],
      ['debit', 'Debit', 'amount'],
      ['credit', 'Credit', 'amount'],
    ] as const),
    ...([
      ['currency', 'Currency', 'text'],
      ['documentAmount', 'Document amount', 'amount'],
      ['documentCurrency', 'Document currency', 'text'],
    ] as const),
    ...([
      ['vatCategory', 'VAT category', 'text'],
      ['text', 'Text', 'text'],
      ['customerNumber', 'Customer no.', 'integer'],
    ] as const),
    ...([
      ['customer', 'Customer', 'text'],
      ['agreement', 'Agreement', 'text'],
      ['invoiceNumber', 'Document', 'text'],
    ] as const),
    ...([
      ['deed', 'Deed', 'text'],
      ['deedId', 'Deed id', 'text'],
      ['at', 'Made', 'instant'],
    ] as const),
  ])
  const flat = (row: PostingRow) => ({ ...row, customer: row.customer.name, agreement: row.agreement?.name ?? null })
  return {
    name: 'postings',
    rowName: 'posting',
    columns,
    batches: inBatches(read, (row) => cellsOf(flat(row), columns)),
  }
}

const keyColumns = { issuedOn: 'i.issued_on', id: 'i.id', position: 'l.position', sourceId: 's.id' } as const
const keyTypes = { issuedOn: 'date', id: 'uuid', position: 'int', sourceId: 'uuid' } as const

/** After a row, in the order of documents; the documents before are left out by their index. */
function beyond(after: Record<string, Cell | Date> | null, keys: readonly (keyof typeof keyColumns)[]): Prisma.Sql {
  if (after === null) return Prisma.sql`true`
  const place = Prisma.join(keys.map((key) => Prisma.raw(keyColumns[key])))
  const values = Prisma.join(keys.map((key) => Prisma.sql`${after[key]}::${Prisma.raw(keyTypes[key])}`))
  return Prisma.sql`(i.issued_on, i.id) >= (${after.issuedOn}::date, ${after.id}::uuid) AND (${place}) > (${values})`
}

function cellsOf(row: Readonly<Record<string, Cell | Date>>, columns: readonly Column[]): Cell[] {
  return columns.map(({ key }) => cellOf(key, row[key] ?? null))
}

function cellOf(key: string, value: Cell | Date): Cell {
  if (value instanceof Date) return value.toISOString()
  if (key === 'vatRate' && typeof value === 'number') return percentText(value)
  return key === 'exchangeRate' && typeof value === 'number' ? exchangeRateText(value) : value
}
