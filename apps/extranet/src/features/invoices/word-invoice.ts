import type { ExtranetInvoice, ExtranetInvoiceSummary } from '@timedesk/contracts/extranet-invoices'
import type { Format } from '@timedesk/ui/format'
import type { InvoicesWords } from './use-invoices-words.ts'

const DAY_MS = 86_400_000

type Speech = { words: InvoicesWords; format: Format }
type Line = ExtranetInvoice['lines'][number]
type Vat = ExtranetInvoice['vatBreakdown'][number]

/** What a document is to the reader; a credit note is never to be paid. */
export type Standing = ExtranetInvoiceSummary['state'] | 'credit_note'
export function standingOf({ kind, state }: Pick<ExtranetInvoiceSummary, 'kind' | 'state'>): Standing {
  return kind === 'credit_note' ? 'credit_note' : state
}

/** Whether something is still to be paid. */
export function isToPay(invoice: Pick<ExtranetInvoiceSummary, 'kind' | 'state'>): boolean {
  const standing = standingOf(invoice)
  return standing === 'open' || standing === 'overdue'
}

/** How far the day to pay by is: days late, today, or days to go. */
export function dueWords(words: InvoicesWords, dueOn: string, day: string): string {
  const days = Math.round((Date.parse(dueOn) - Date.parse(day)) / DAY_MS)
  if (days === 0) return words('dueToday')
  return days < 0 ? words('late', { count: -days }) : words('dueIn', { count: days })
}

/** Where a document stands, in a plain sentence. */
export function standingWords({ words, format }: Speech, invoice: ExtranetInvoiceSummary): string {
  const { remaining, payable, dueOn } = invoice
  const standing = standingOf(invoice)
  if (standing === 'paid' || standing === 'credited') return words(`standing_${standing}`)
  if (standing === 'credit_note') return words('standing_credit_note', { amount: format.money(payable) })
  const amount = format.money(remaining)
  if (dueOn === null) return words('standing_openAnytime', { amount })
  return words(`standing_${standing}`, { amount, day: format.workDate(dueOn) })
}

/** How much of what: hours and minutes, days, or pieces. */
export function quantityWords({ words, format }: Speech, { quantity, unit }: Pick<Line, 'quantity' | 'unit'>): string {
  if (unit === 'MIN') return words('unit_MIN', { quantity: format.minutes(quantity) })
  const shown = format.number(quantity)
  return unit === 'DAY'
    ? words('unit_DAY', { quantity: shown, count: quantity })
    : words('unit_C62', { quantity: shown })
}

/** What a unit costs, and of how many the price is. */
export function priceWords({ words, format }: Speech, { unit, unitPrice, baseQuantity }: Line): string {
  const price = format.money(unitPrice)
  if (unit === 'MIN') return words('perHour', { price })
  return unit === 'DAY' && baseQuantity > 1 ? words('perDays', { price, count: baseQuantity }) : price
}

/** What VAT of what; where there is none, that. */
export function vatWords({ words, format }: Speech, { category, rate, base }: Vat): string {
  if (category === 'S') return words('vatOf', { rate: format.factor(rate), base: format.money(base) })
  return words(category === 'AE' ? 'vatReverse' : 'vatNone', { base: format.money(base) })
}
