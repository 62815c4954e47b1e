import type { ExtranetInvoice, ExtranetInvoiceSummary } from '@timedesk/contracts/extranet-invoices'
import { percentText } from '@timedesk/domain/money/decimal'
import { toWire } from '@timedesk/domain/money/money'

type Sums = 'net' | 'vat' | 'payable' | 'remaining'

/** Amounts in minor units of the document's currency. */
export type ExtranetSummaryRow = Omit<ExtranetInvoiceSummary, Sums | 'state' | 'corrects'> &
  Record<Sums | 'paid' | 'credited', number> & {
    currency: string
    correctsId: string | null
    correctsNumber: string | null
  }

type MoreSums = 'lineTotal' | 'allowances' | 'gross' | 'rounding'
type Line = ExtranetInvoice['lines'][number]
type VatRow = ExtranetInvoice['vatBreakdown'][number]

export type ExtranetInvoiceRow = ExtranetSummaryRow &
  Pick<ExtranetInvoice, 'buyerReference' | 'note' | 'reason' | 'period'> &
  Record<MoreSums, number> & {
    vatRows: (Pick<VatRow, 'category'> & { rate: number; base: number; vat: number })[]
    lines: (Omit<Line, 'unitPrice' | 'allowance' | 'net' | 'vatRate'> &
      Record<'unitPrice' | 'allowance' | 'net' | 'vatRate', number>)[]
  }

/** A document on the company's day. */
export function presentExtranetSummary(row: ExtranetSummaryRow, today: string): ExtranetInvoiceSummary {
  const { id, kind, number, issuedOn, dueOn, currency, orderReference, correctsId, correctsNumber, hasUbl } = row
  const money = (minor: number) => toWire({ minor, currency })
  return {
    ...{ id, kind, number, issuedOn, dueOn, orderReference, hasUbl },
    state: stateOf(row, today),
    corrects: correctsId === null || correctsNumber === null ? null : { id: correctsId, number: correctsNumber },
    net: money(row.net),
    vat: money(row.vat),
    payable: money(row.payable),
    remaining: money(row.remaining),
  }
}

export function presentExtranetInvoice(row: ExtranetInvoiceRow, today: string): ExtranetInvoice {
  const money = (minor: number) => toWire({ minor, currency: row.currency })
  const { buyerReference, note, reason, period } = row
  return {
    ...presentExtranetSummary(row, today),
    ...{ buyerReference, note, reason, period },
    lineTotal: money(row.lineTotal),
    allowances: money(row.allowances),
    gross: money(row.gross),
    rounding: money(row.rounding),
    paid: money(row.paid),
    credited: money(row.credited),
    vatBreakdown: row.vatRows.map(({ category, rate, base, vat }) => {
      return { category, rate: percentText(rate), base: money(base), vat: money(vat) }
    }),
    lines: row.lines.map(({ unitPrice, allowance, net, vatRate, ...line }) => ({
      ...line,
      unitPrice: money(unitPrice),
      allowance: money(allowance),
      net: money(net),
      vatRate: percentText(vatRate),
    })),
  }
}

/** A credit note is open while money is to go back for it. */
function stateOf(row: ExtranetSummaryRow, today: string): ExtranetInvoiceSummary['state'] {
  const { kind, dueOn, paid, credited, remaining } = row
  if (kind === 'credit_note') return remaining < 0 ? 'open' : 'paid'
  if (remaining > 0) return dueOn !== null && dueOn < today ? 'overdue' : 'open'
  return credited > 0 && paid <= 0 ? 'credited' : 'paid'
}
