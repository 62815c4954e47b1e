import type { DocumentProblem, InvoiceDocument } from '@timedesk/domain/invoicing/document'
import type { Invoice, InvoiceLine } from '@timedesk/contracts/invoice'
import type { PotentialItem } from '@timedesk/contracts/potential'
import { exchangeRateText, percentText } from '@timedesk/domain/money/decimal'
import { toWire } from '@timedesk/domain/money/money'
import type { StaffActor } from '../platform/context.ts'
import type { InvoiceParts } from './find-invoice-parts.ts'
import { presentSummary, type SummaryRow } from './present-summary.ts'
import { sourcesOf, type StoredInvoice, type StoredLine, type StoredSource } from './stored-invoice.ts'

/** What a document alone shows beyond a list. */
export type MoreRow = Pick<Invoice, 'sentTo' | 'postedByName' | 'pdfSha256' | 'ublSha256'> & { sentAt: Date | null }

type Presentable = {
  row: SummaryRow & MoreRow
  stored: StoredInvoice
  document: InvoiceDocument
  parts: InvoiceParts
  /** What its sources were in the potential, by source. */
  items: ReadonlyMap<string, PotentialItem>
  problems: DocumentProblem[]
  actor: StaffActor
}

type Presenting = Presentable & { money: (minor: number) => ReturnType<typeof toWire> }

export function presentInvoice(given: Presentable): Invoice {
  const { row, stored, document, problems, actor } = given
  const money = (minor: number) => toWire({ minor, currency: row.currency })
  const { sentTo, sentAt, postedByName, pdfSha256, ublSha256, ...summary } = row
  const { language, vatTreatment, paymentTermsDays, buyerReference, contractReference, note, reason, period } = stored
  const { roundTo, exchangeRate, discountReason } = stored
  return {
    ...presentSummary(summary),
    ...{ language, vatTreatment, paymentTermsDays, buyerReference, contractReference, note, reason, period, roundTo },
    exchangeRate: exchangeRate === null ? null : exchangeRateText(exchangeRate),
    discountPercent: percentText(stored.discountBasisPoints),
    discountReason,
    seller: document.seller,
    buyer: document.buyer,
    ...presentSums({ ...given, money }),
    invoiceLines: stored.lines.map((line) => presentLine(line, { ...given, money })),
    ...presentParts({ ...given, money }),
    ...{ sentTo, postedByName, pdfSha256, ublSha256, problems },
    sentAt: sentAt?.toISOString() ?? null,
    can: abilitiesOn(given, actor),
  }
}

function presentSums({ row, stored, money }: Presenting) {
  const { accountingVat, companyCurrency } = stored
  return {
    lineTotal: money(stored.lineTotal),
    allowances: money(stored.allowanceTotal),
    accountingVat: accountingVat === null ? null : toWire({ minor: accountingVat, currency: companyCurrency }),
    gross: money(stored.gross),
    rounding: money(stored.rounding),
    paid: money(row.paid),
    credited: money(row.credited),
    vatBreakdown: stored.vatRows.map(({ category, rate, base, vat, allowance }) => {
      return { category, rate: percentText(rate), base: money(base), vat: money(vat), allowance: money(allowance) }
    }),
  }
}

function presentParts({ parts, money }: Presenting) {
  return {
    creditNotes: parts.creditNotes.map((note) => ({ ...note, payable: money(note.payable) })),
    payments: parts.payments.map(({ amount, at, ...payment }) => {
      return { ...payment, amount: money(amount), at: at.toISOString() }
    }),
    reminderList: parts.reminders.map(({ remaining, at, ...reminder }) => {
      return { ...reminder, remaining: money(remaining), at: at.toISOString() }
    }),
  }
}

function presentLine(line: StoredLine, given: Presenting): InvoiceLine {
  const { id, position, text, description, quantity, unit, baseQuantity, allowanceReason, adjustmentReason } = line
  const { vatCategory, vatRate, period } = line
  const { money, stored, parts } = given
  const about = parts.lines.get(id)
  return {
    ...{ id, position, text, description, quantity, unit, baseQuantity, allowanceReason, adjustmentReason },
    ...{ vatCategory, period },
    vatRate: percentText(vatRate),
    unitPrice: money(line.unitPrice),
    allowance: money(line.allowance),
    net: money(line.net),
    registered: money(line.registered),
    agreement: about?.agreement ?? null,
    case: about?.case ?? null,
    project: about?.project ?? null,
    credited: money(about?.credited ?? 0),
    sources: sourcesOf(stored, id).flatMap((source) => presentSource(source, given)),
  }
}

function presentSource(source: StoredSource, { items, parts, money }: Presenting): InvoiceLine['sources'] {
  const item = items.get(source.id)
  if (item === undefined) return []
  const { id, registered, amount, isLive, disposition } = source
  const credited = money(parts.creditedSources.get(id) ?? 0)
  return [{ id, item, registered: money(registered), amount: money(amount), credited, isLive, disposition }]
}

/** A draft is worked on; what is posted is sent, paid and credited. */
function abilitiesOn(
  { row, stored, problems }: Presentable,
  { permissions }: Pick<StaffActor, 'permissions'>,
): Invoice['can'] {
  const isDraft = stored.state === 'draft'
  const isPosted = !isDraft
  const isInvoice = stored.kind === 'invoice'
  const mayWrite = permissions.has('invoice:write')
  const mayPost = permissions.has('invoice:post')
  const isOwed = isInvoice ? row.remaining > 0 : row.remaining < 0
  return {
    edit: isDraft && mayWrite,
    remove: isDraft && mayWrite,
    post: isDraft && mayPost && !problems.some(({ severity }) => severity === 'error'),
    send: isPosted && mayPost,
    credit: isPosted && isInvoice && mayWrite && row.credited < stored.payable,
    pay: isPosted && permissions.has('payment:write') && isOwed,
    remind: isPosted && permissions.has('payment:write') && row.standing === 'overdue',
  }
}
