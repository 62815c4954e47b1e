import type { DocumentLine } from './document.ts'
import { netOfLine } from './line-net.ts'
import { planLines, spanOf } from './plan-lines.ts'
import type { InvoicingTerms, PlannableItem, PlannedInvoice, PlannedLine, PlannedSource } from './plannable.ts'

/**
 * The documents that invoice some items of a customer, and their lines: the same for a preview and for the drafts that
 * are made of it, in whatever order the items come. A document has one currency (R55) and one order number; what is
 * outside of the scope of VAT is alone (BR-O-11 to 14), time on projects apart when asked for (R54), and the grouping
 * decides the rest. Lines go by agreement, then case, each without one last, then by day (R54).
 * A document that would charge less than nothing is a credit note, with every sign turned (R50).
 */
export function planInvoices(items: readonly PlannableItem[], terms: InvoicingTerms): PlannedInvoice[] {
  const documents = Map.groupBy(items.toSorted(compareItems), (item) => keyOfDocument(item, terms))
  return [...documents.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [planInvoice(first, group, terms)]
  })
}

function planInvoice(first: PlannableItem, items: readonly PlannableItem[], terms: InvoicingTerms): PlannedInvoice {
  const lines = planLines(items, terms)
  const net = lines.reduce((sum, line) => sum + netOfLine(line), 0)
  const isCredit = net < 0
  const agreements = new Set(items.map(({ agreement }) => agreement?.number ?? null))
  return {
    kind: isCredit ? 'credit_note' : 'invoice',
    currency: first.currency,
    orderReference: orderOf(first),
    contractReference: agreements.size === 1 && first.agreement !== null ? String(first.agreement.number) : '',
    period: spanOf(lines.flatMap(({ period }) => period ?? [])),
    lines: isCredit ? lines.map(turnLine) : lines,
    net: Math.abs(net),
  }
}

function keyOfDocument(item: PlannableItem, { grouping, projectsApart }: InvoicingTerms): string {
  const { currency, vatCategory, isProjectTime, agreement } = item
  const isApart = [vatCategory === 'outside_scope', projectsApart && isProjectTime]
  const own = { customer: null, agreement: agreement?.id ?? null, case: item.case?.id ?? null }[grouping]
  return JSON.stringify([currency, orderOf(item), isApart, own])
}

function orderOf({ agreement }: PlannableItem): string {
  return agreement?.poNumber.trim() ?? ''
}

function compareItems(one: PlannableItem, other: PlannableItem): number {
  const orders = [
    compare(one.agreement?.number ?? Infinity, other.agreement?.number ?? Infinity),
    compare(one.case?.number ?? Infinity, other.case?.number ?? Infinity),
    compare(one.day, other.day),
    compare(one.sourceId, other.sourceId),
    compare(one.source, other.source),
  ]
  return orders.find((order) => order !== 0) ?? 0
}

function compare<Key extends string | number>(one: Key, other: Key): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** Zero minus a number, since minus zero is another number than zero. */
function turn(amount: number): number {
  return 0 - amount
}

export function turnLine(line: PlannedLine): PlannedLine {
  const turned: Pick<DocumentLine, 'quantity' | 'allowance'> = {
    quantity: turn(line.quantity),
    allowance: turn(line.allowance),
  }
  return { ...line, ...turned, sources: line.sources.map(turnSource) }
}

function turnSource(source: PlannedSource): PlannedSource {
  const { minutes, registered, share } = source
  return {
    ...source,
    minutes: minutes === null ? null : turn(minutes),
    registered: turn(registered),
    share: turn(share),
  }
}
