import { earlierOf, laterOf } from '../calendar/days.ts'
import type { DocumentPeriod } from './document.ts'
import { wordIn } from './invoice-words.ts'
import { describeItem, describeWork, itemText, workText } from './line-texts.ts'
import { grossOfLine, netOfLine } from './line-net.ts'
import type { PricedLine } from './line-net.ts'
import type { InvoicingTerms, PlannableItem, PlannedLine } from './plannable.ts'
import { sharesOf } from './share.ts'
import { vatUnder } from './vat-treatment.ts'

const MINUTES_PER_HOUR = 60

/** How far a piece's amount may be from its own minutes: pieces of an entry take their shares of its rounding (R8). */
const ROUNDING_MAX = 1

type Items = [PlannableItem, ...PlannableItem[]]

type Priced = PricedLine & Pick<PlannedLine, 'unit'>

/**
 * The lines that charge some items, in their order. In detail `case`, time of a case under one agreement, at one rate
 * and of one category of VAT is one line, rounded once (R8); whatever its minutes do not explain stays alone. Every
 * other line charges one item, and exactly what is registered for it.
 */
export function planLines(items: readonly PlannableItem[], terms: InvoicingTerms): PlannedLine[] {
  const groups = Map.groupBy(items, (item) => keyOfLine(item, terms))
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [planLine([first, ...others], terms)],
  )
}

function keyOfLine(item: PlannableItem, { detail }: InvoicingTerms): string {
  if (detail === 'entry' || !isByTheHour(item)) return JSON.stringify([item.source, item.sourceId])
  const { agreement, project, ratePerHour, vatCategory } = item
  return JSON.stringify([
    [agreement?.id ?? null, item.case?.id ?? null, project?.id ?? null],
    [ratePerHour, vatCategory],
  ])
}

/** Whether minutes and rate explain the amount. */
function isByTheHour({ source, minutes, ratePerHour, billable }: PlannableItem): boolean {
  if (source !== 'time' || minutes === null || ratePerHour === null) return false
  const gross = grossOfLine({ quantity: minutes, unitPrice: ratePerHour, baseQuantity: MINUTES_PER_HOUR })
  return Math.abs(gross - billable) <= ROUNDING_MAX
}

function planLine(items: Items, terms: InvoicingTerms): PlannedLine {
  const [first] = items
  const registered = items.map(({ billable }) => billable)
  const priced = priceOf(items)
  const isSummed = terms.detail === 'case' && isByTheHour(first)
  const allowance = isSummed ? 0 : grossOfLine(priced) - registered.reduce((sum, amount) => sum + amount, 0)
  const { category, rate } = vatUnder(terms, first.vatCategory)
  const shares = sharesOf(netOfLine({ ...priced, allowance }), registered)
  return {
    ...wordsOf(items, terms),
    ...priced,
    allowance,
    allowanceReason: reasonOf(allowance, terms),
    vatCategory: category,
    vatRate: rate,
    period: spanOf(items.flatMap((item) => periodOf(item) ?? [])),
    sources: items.map(({ source, sourceId, entryId, minutes, billable }, index) => {
      return { source, sourceId, entryId, minutes, registered: billable, share: shares[index] ?? 0 }
    }),
    agreementId: first.agreement?.id ?? null,
    caseId: first.case?.id ?? null,
    projectId: first.project?.id ?? null,
  }
}

/** The days from the first to the last of some periods; null without any. */
export function spanOf(periods: readonly DocumentPeriod[]): DocumentPeriod | null {
  const [first, ...others] = periods
  if (first === undefined) return null
  return others.reduce((span, { from, to }) => ({ from: earlierOf(span.from, from), to: laterOf(span.to, to) }), first)
}

function priceOf(items: Items): Priced {
  const [first] = items
  if (first.source === 'time') return timePrice(items) ?? onePiece(first)
  return first.source === 'subscription_period' ? (feePrice(first) ?? onePiece(first)) : onePiece(first)
}

/** Minutes at a price for sixty of them, so that quantity and price give the amount as it was charged (R70). */
function timePrice(items: Items): Priced | null {
  const { minutes, ratePerHour } = items[0]
  if (minutes === null || ratePerHour === null) return null
  const quantity = items.reduce((sum, item) => sum + (item.minutes ?? 0), 0)
  return { quantity, unit: 'MIN', unitPrice: ratePerHour, baseQuantity: MINUTES_PER_HOUR }
}

/** Pieces for a whole period, days of it for a part (R34, E11); what is given back has a negative quantity. */
function feePrice({ billable, quantity, unitPrice, chargedDays, wholeDays }: PlannableItem): Priced | null {
  if (quantity === null || unitPrice === null || chargedDays === null || wholeDays === null) return null
  const sign = billable < 0 ? -1 : 1
  if (chargedDays === wholeDays) return { quantity: sign * quantity, unit: 'C62', unitPrice, baseQuantity: 1 }
  return { quantity: sign * chargedDays, unit: 'DAY', unitPrice: quantity * unitPrice, baseQuantity: wholeDays }
}

function onePiece({ billable }: PlannableItem): Priced {
  return { quantity: billable < 0 ? -1 : 1, unit: 'C62', unitPrice: Math.abs(billable), baseQuantity: 1 }
}

function reasonOf(allowance: number, { language }: InvoicingTerms): string {
  if (allowance === 0) return ''
  return wordIn(language, Math.abs(allowance) <= ROUNDING_MAX ? 'rounding' : 'adjustment')
}

function wordsOf(items: Items, { detail, language }: InvoicingTerms): Pick<PlannedLine, 'text' | 'description'> {
  const [first] = items
  if (detail === 'case' && isByTheHour(first)) {
    return { text: workText(first, language), description: describeWork(items, language) }
  }
  return { text: itemText(first, language), description: describeItem(first, language) }
}

/** Time is for the day it was done, a fee for its period, a voucher for no time of its own. */
function periodOf({ source, period, day }: PlannableItem): DocumentPeriod | null {
  return source === 'time' ? { from: day, to: day } : period
}
