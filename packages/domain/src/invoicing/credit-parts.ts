import { discountParts } from './discount.ts'
import type { DocumentLine, DocumentTotals, InvoiceDocument } from './document.ts'
import { netOfLine } from './line-net.ts'
import type { ItemSource } from './plannable.ts'
import { keyOfCategory } from './totals.ts'
import type { FixedTotals, VatCategory } from './totals.ts'

/** A source behind a line of a posted invoice, and its share of the line's net. */
export type PostedSource = {
  lineId: string
  source: ItemSource
  sourceId: string
  share: number
  minutes: number | null
}

/** A posted invoice, as far as a credit asks. */
export type PostedInvoice = {
  document: Pick<InvoiceDocument, 'lines' | 'discount' | 'accounting' | 'language'>
  totals: Pick<DocumentTotals, 'breakdown' | 'net' | 'vat' | 'gross' | 'payable' | 'rounding' | 'accountingVat'>
  /** A line without one was written by hand, and is credited as such. */
  sources: PostedSource[]
}

/** What is credited of a source, or of a line by hand: minor units without VAT, after the document's discount. */
export type CreditedPart = { lineId: string; sourceId: string | null; amount: number }

/** A posted credit note of the invoice. Its totals have all that is asked of them here. */
export type EarlierCredit = { parts: CreditedPart[]; fixed: FixedTotals }

/** What a source or line was worth. */
type Worth = CreditedPart & VatCategory & { minutes: number | null }

export type CreditablePart = Worth & {
  /** What is left of the amount. */
  left: number
  /** Whether something of it was credited before. */
  isTouched: boolean
}

/**
 * All that can be credited of an invoice, and what is left of it. Each amount is what its source or line was worth after
 * the document's discount, which is shared in the order in which the totals were made: so those of a category sum to
 * its base, and a credit note needs no discount of its own.
 * Throws a RangeError when the shares of a line do not sum to its net.
 */
export function creditableParts(posted: PostedInvoice, earlier: readonly EarlierCredit[]): CreditablePart[] {
  const { document, sources } = posted
  const byLine = Map.groupBy(sources, ({ lineId }) => lineId)
  const worth = document.lines.flatMap((line) => worthOf(line, byLine.get(line.id) ?? []))
  const inOrder = [...Map.groupBy(worth, keyOfCategory).values()].flat()
  const discounts = discountParts(
    inOrder.map(({ amount }) => amount),
    document.discount?.basisPoints ?? 0,
  )
  const credited = Map.groupBy(
    earlier.flatMap(({ parts }) => parts),
    keyOfPart,
  )
  return inOrder.map((part, index) => {
    const before = credited.get(keyOfPart(part))
    const amount = part.amount - (discounts[index] ?? 0)
    const left = (before ?? []).reduce((rest, { amount: some }) => rest - some, amount)
    return { ...part, amount, left, isTouched: before !== undefined }
  })
}

export function keyOfPart({ lineId, sourceId }: Pick<CreditedPart, 'lineId' | 'sourceId'>): string {
  return JSON.stringify([lineId, sourceId])
}

/** Before the document's discount. */
function worthOf(line: DocumentLine, behind: readonly PostedSource[]): Worth[] {
  const shown = { lineId: line.id, category: line.vatCategory, rate: line.vatRate }
  const net = netOfLine(line)
  if (behind.length === 0) return [{ ...shown, sourceId: null, minutes: null, amount: net }]
  if (behind.reduce((sum, { share }) => sum + share, 0) !== net)
    throw new RangeError(`Shares do not sum to the net of line ${line.id}`)
  return behind.map(({ sourceId, share, minutes }) => ({ ...shown, sourceId, minutes, amount: share }))
}
