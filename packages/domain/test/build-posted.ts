import type { Credit } from '../src/invoicing/credit.ts'
import type { EarlierCredit, PostedInvoice, PostedSource } from '../src/invoicing/credit-parts.ts'
import type { DocumentTotals, InvoiceDocument } from '../src/invoicing/document.ts'
import { totalsOf } from '../src/invoicing/totals.ts'
import { buildCreditNote } from './sample-documents.ts'

/** An invoice as it was posted, with the sources behind its lines. */
export function buildPosted(document: InvoiceDocument, sources: PostedSource[] = []): PostedInvoice {
  return { document, totals: totalsOf(document), sources }
}

export function buildSource(
  lineId: string,
  sourceId: string,
  share: number,
  minutes: number | null = null,
): PostedSource {
  return { lineId, source: 'time', sourceId, share, minutes }
}

/** A credit note of an invoice: its document, and what it comes to. */
export function postCredit(
  { document }: Pick<PostedInvoice, 'document'>,
  { lines, fixed }: Credit,
): { document: InvoiceDocument; totals: DocumentTotals } {
  const note = buildCreditNote({
    ...document,
    ...{ kind: 'credit_note', dueOn: null, preceding: { number: '2026-0042', issuedOn: '2026-04-01' }, discount: null },
    lines: lines.map(({ originalLineId: id, parts: _, ...line }) => ({ id, ...line })),
  })
  return { document: note, totals: totalsOf(note, fixed) }
}

/** A credit note as the next one asks for it. */
export function asEarlier({ document }: Pick<PostedInvoice, 'document'>, credit: Credit): EarlierCredit {
  const { breakdown, rounding, accountingVat } = postCredit({ document }, credit).totals
  return { parts: credit.parts, fixed: { vat: breakdown, rounding, accountingVat } }
}
