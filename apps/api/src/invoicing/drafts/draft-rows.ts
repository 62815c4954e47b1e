import { accountOf } from '@timedesk/domain/invoicing/postings'
import type { DocumentTotals } from '@timedesk/domain/invoicing/document'
import type { PlannableItem, PlannedInvoice, PlannedLine } from '@timedesk/domain/invoicing/plannable'
import { totalsOf } from '@timedesk/domain/invoicing/totals'
import type { Table } from '../../platform/db/insert-rows.ts'
import type { Revenue } from '../stored-invoice.ts'
import type { DraftTerms } from './draft-terms.ts'

/** What a discount that a customer always has is called on its documents. */
const discountReasons = { en: 'Agreed discount', da: 'Aftalt rabat' } as const

/** What decides the rest of a planned document. */
export type Drafting = {
  id: string
  runId: string | null
  correctsId: string | null
  /** Of a foreign currency, in millionths; null where there is none. */
  exchangeRate: number | null
  createdByName: string
  createdAt: Date
}

/** The discount that a customer's documents start with. */
function discountOf({ discountBasisPoints, language }: DraftTerms) {
  return discountBasisPoints === 0 ? null : { basisPoints: discountBasisPoints, reason: discountReasons[language] }
}

/** The sums of a planned document, as its draft has them. */
export function totalsOfPlanned({ currency, lines }: PlannedInvoice, terms: DraftTerms, exchangeRate: number | null) {
  const { companyCurrency, roundTo } = terms
  const isForeign = currency !== companyCurrency && exchangeRate !== null
  const accounting = isForeign ? { currency: companyCurrency, rateMillionths: exchangeRate } : null
  const identified = lines.map((line) => ({ ...line, id: '' }))
  return totalsOf({ lines: identified, discount: discountOf(terms), accounting, roundTo })
}

/** The row of a draft, and its sums. */
export function draftRow(planned: PlannedInvoice, terms: DraftTerms, drafting: Drafting) {
  const { kind, currency, orderReference, contractReference, period, lines } = planned
  const { customerId, language, vatTreatment, buyerReference, paymentTermsDays, discountBasisPoints, roundTo } = terms
  const totals = totalsOfPlanned(planned, terms, drafting.exchangeRate)
  return {
    totals,
    row: {
      ...drafting,
      ...{ kind, customerId, currency, orderReference, contractReference, language, vatTreatment, buyerReference },
      ...{ paymentTermsDays, discountBasisPoints, roundTo, discountReason: discountOf(terms)?.reason ?? '' },
      periodFrom: period?.from ?? null,
      periodTo: period?.to ?? null,
      ...sumsOf(totals),
      registered: lines.reduce((sum, line) => sum + registeredOf(line), 0),
    },
  }
}

function sumsOf({ lines, allowances, net, vat, accountingVat, gross, rounding, payable }: DocumentTotals) {
  return { lineTotal: lines, allowanceTotal: allowances, net, vat, accountingVat, gross, rounding, payable }
}

export type PlacedLine = { id: string; invoiceId: string; customerId: string; position: number; net: number }

/** The row of a line; `kinds` tells whose revenue its first source is. */
export function lineRow(line: PlannedLine, placed: PlacedLine, items: ReadonlyMap<string, PlannableItem>) {
  const { text, description, quantity, unit, unitPrice, baseQuantity, allowance, allowanceReason } = line
  const { vatCategory, vatRate, period, agreementId, caseId, projectId } = line
  return {
    ...placed,
    ...{ text, description, quantity, unit, unitPrice, baseQuantity, allowance, allowanceReason },
    ...{ vatCategory, vatRate, agreementId, caseId, projectId },
    periodFrom: period?.from ?? null,
    periodTo: period?.to ?? null,
    registered: registeredOf(line),
    revenue: revenueOf(items.get(line.sources[0]?.sourceId ?? '')),
  }
}

function registeredOf({ sources }: PlannedLine): number {
  return sources.reduce((sum, { registered }) => sum + registered, 0)
}

function revenueOf(item: PlannableItem | undefined): Revenue {
  if (item === undefined) return 'other'
  switch (accountOf(item)) {
    case 'deferred_vouchers':
      return 'voucher'
    case 'deferred_subscriptions':
      return 'subscription'
    case 'revenue_overage':
      return 'overage'
    default:
      return 'time'
  }
}

export const invoiceTable: Table<ReturnType<typeof draftRow>['row']> = {
  name: 'invoice',
  columns: {
    ...{ id: 'uuid', kind: 'text', customerId: 'uuid', runId: 'uuid', correctsId: 'uuid', currency: 'text' },
    ...{ exchangeRate: 'bigint', orderReference: 'text', contractReference: 'text', language: 'text' },
    ...{ vatTreatment: 'text', buyerReference: 'text', paymentTermsDays: 'int', discountBasisPoints: 'int' },
    ...{ discountReason: 'text', roundTo: 'int', periodFrom: 'date', periodTo: 'date', lineTotal: 'bigint' },
    ...{ allowanceTotal: 'bigint', net: 'bigint', vat: 'bigint', accountingVat: 'bigint', gross: 'bigint' },
    ...{ rounding: 'bigint', payable: 'bigint', registered: 'bigint', createdByName: 'text', createdAt: 'timestamptz' },
  },
}

export const lineTable: Table<ReturnType<typeof lineRow>> = {
  name: 'invoice_line',
  columns: {
    ...{ id: 'uuid', invoiceId: 'uuid', customerId: 'uuid', position: 'int', text: 'text', description: 'text' },
    ...{ quantity: 'int', unit: 'text', unitPrice: 'bigint', baseQuantity: 'int', allowance: 'bigint' },
    ...{ allowanceReason: 'text', net: 'bigint', registered: 'bigint', vatCategory: 'text', vatRate: 'int' },
    ...{
      periodFrom: 'date',
      periodTo: 'date',
      revenue: 'text',
      agreementId: 'uuid',
      caseId: 'uuid',
      projectId: 'uuid',
    },
  },
}

export type VatRow = { invoiceId: string; category: string; rate: number; base: number; vat: number; allowance: number }

export const vatTable: Table<VatRow> = {
  name: 'invoice_vat',
  columns: { invoiceId: 'uuid', category: 'text', rate: 'int', base: 'bigint', vat: 'bigint', allowance: 'bigint' },
}

export type SourceRow = {
  id: string
  invoiceId: string
  lineId: string
  customerId: string
  source: string
  sourceId: string
  entryId: string | null
  registered: number
  amount: number
  minutes: number | null
}

export const sourceTable: Table<SourceRow> = {
  name: 'invoice_source',
  columns: {
    ...{ id: 'uuid', invoiceId: 'uuid', lineId: 'uuid', customerId: 'uuid', source: 'text', sourceId: 'uuid' },
    ...{ entryId: 'uuid', registered: 'bigint', amount: 'bigint', minutes: 'int' },
  },
}
