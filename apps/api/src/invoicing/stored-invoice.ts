import type { PotentialItem } from '@timedesk/contracts/potential'
import type { CreditDisposition } from '@timedesk/contracts/invoice'
import { Refusal } from '@timedesk/contracts/refusal'
import type { DocumentLine, DocumentPeriod, VatBreakdownRow } from '@timedesk/domain/invoicing/document'
import type { VatTreatment } from '@timedesk/domain/invoicing/plannable'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import type { Parties } from './parties.ts'

/** What kind of revenue a line is, for the books. */
export type Revenue = 'time' | 'overage' | 'subscription' | 'voucher' | 'other'

/** A document as it is stored, without its lines. Amounts in minor units, the exchange rate in millionths. */
export type InvoiceHead = {
  id: string
  kind: 'invoice' | 'credit_note'
  state: 'draft' | 'posted'
  customerId: string
  correctsId: string | null
  correctsNumber: string | null
  correctsIssuedOn: string | null
  number: string | null
  issuedOn: string | null
  dueOn: string | null
  paymentTermsDays: number
  period: DocumentPeriod | null
  language: 'en' | 'da'
  currency: string
  companyCurrency: string
  exchangeRate: number | null
  vatTreatment: VatTreatment
  buyerReference: string
  orderReference: string
  contractReference: string
  note: string
  reason: string
  discountBasisPoints: number
  discountReason: string
  roundTo: 1 | 25 | 50 | 100
  seller: Parties['seller'] | null
  buyer: Parties['buyer'] | null
  lineTotal: number
  allowanceTotal: number
  net: number
  vat: number
  accountingVat: number | null
  gross: number
  rounding: number
  payable: number
  registered: number
  version: number
}

export type StoredLine = DocumentLine & {
  position: number
  net: number
  registered: number
  adjustmentReason: string
  revenue: Revenue
  agreementId: string | null
  caseId: string | null
  projectId: string | null
  creditsLineId: string | null
}

export type StoredSource = {
  id: string
  lineId: string
  source: PotentialItem['source']
  sourceId: string
  entryId: string | null
  registered: number
  amount: number
  minutes: number | null
  isLive: boolean
  creditsId: string | null
  disposition: CreditDisposition | null
}

/** A document with its lines in their order, what they come from, and its VAT. */
export type StoredInvoice = InvoiceHead & { lines: StoredLine[]; sources: StoredSource[]; vatRows: VatBreakdownRow[] }

const periodOf = (table: 'i' | 'l') => {
  const column = (name: string) => Prisma.raw(`${table}.${name}`)
  return Prisma.sql`CASE WHEN ${column('period_from')} IS NOT NULL
    THEN json_build_object('from', ${column('period_from')}, 'to', ${column('period_to')}) END AS period`
}

const headColumns = Prisma.sql`i.id, i.kind, i.state, i.customer_id AS "customerId", i.corrects_id AS "correctsId",
  o.number AS "correctsNumber", o.issued_on::text AS "correctsIssuedOn", i.number, i.issued_on::text AS "issuedOn", i.due_on::text AS "dueOn",
  i.payment_terms_days AS "paymentTermsDays", ${periodOf('i')}, i.language, i.currency, co.currency AS "companyCurrency",
  i.exchange_rate::float8 AS "exchangeRate", i.vat_treatment AS "vatTreatment", i.buyer_reference AS "buyerReference",
  i.order_reference AS "orderReference", i.contract_reference AS "contractReference", i.note, i.reason,
  i.discount_basis_points AS "discountBasisPoints", i.discount_reason AS "discountReason", i.round_to AS "roundTo", i.seller, i.buyer,
  i.line_total::float8 AS "lineTotal", i.allowance_total::float8 AS "allowanceTotal", i.net::float8 AS net, i.vat::float8 AS vat,
  i.accounting_vat::float8 AS "accountingVat", i.gross::float8 AS gross, i.rounding::float8 AS rounding, i.payable::float8 AS payable,
  i.registered::float8 AS registered, i.version`

const lineColumns = Prisma.sql`l.id, l.position, l.text, l.description, l.quantity, l.unit, l.unit_price::float8 AS "unitPrice",
  l.base_quantity AS "baseQuantity", l.allowance::float8 AS allowance, l.allowance_reason AS "allowanceReason", l.net::float8 AS net,
  l.registered::float8 AS registered, l.adjustment_reason AS "adjustmentReason", l.vat_category AS "vatCategory", l.vat_rate AS "vatRate",
  ${periodOf('l')}, l.revenue, l.agreement_id AS "agreementId", l.case_id AS "caseId", l.project_id AS "projectId", l.credits_line_id AS "creditsLineId"`

const sourceColumns = Prisma.sql`s.id, s.line_id AS "lineId", s.source, s.source_id AS "sourceId", s.entry_id AS "entryId",
  s.registered::float8 AS registered, s.amount::float8 AS amount, s.minutes, s.is_live AS "isLive", s.credits_id AS "creditsId", s.disposition`

/** Reads a document whole. Refuses with `not_found`. */
export async function readInvoice(reader: Reader, id: string): Promise<StoredInvoice> {
  const [[head], lines, sources, vatRows] = await Promise.all([
    reader.rows<InvoiceHead>(Prisma.sql`SELECT ${headColumns}
      FROM invoice i CROSS JOIN company co LEFT JOIN invoice o ON o.id = i.corrects_id WHERE i.id = ${id}::uuid`),
    reader.rows<StoredLine>(
      Prisma.sql`SELECT ${lineColumns} FROM invoice_line l WHERE l.invoice_id = ${id}::uuid ORDER BY l.position, l.id`,
    ),
    reader.rows<StoredSource>(
      Prisma.sql`SELECT ${sourceColumns} FROM invoice_source s WHERE s.invoice_id = ${id}::uuid ORDER BY s.id`,
    ),
    reader.rows<VatBreakdownRow>(Prisma.sql`SELECT v.category, v.rate, v.base::float8 AS base, v.vat::float8 AS vat, v.allowance::float8 AS allowance
      FROM invoice_vat v WHERE v.invoice_id = ${id}::uuid ORDER BY v.rate DESC, v.category`),
  ])
  if (head === undefined) throw new Refusal('not_found')
  return { ...head, lines, sources, vatRows }
}

/** The sources of a line, in the order in which they were claimed. */
export function sourcesOf({ sources }: Pick<StoredInvoice, 'sources'>, lineId: string): StoredSource[] {
  return sources.filter((source) => source.lineId === lineId)
}
