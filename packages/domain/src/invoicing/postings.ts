import type { DocumentTotals, InvoiceDocument, InvoiceKind, VatCategoryCode } from './document.ts'
import { discountParts } from './discount.ts'
import type { PlannableItem } from './plannable.ts'
import { convert, keyOfCategory } from './totals.ts'
import type { VatCategory } from './totals.ts'

export const accountKinds = [
  'receivable',
  'bank',
  'revenue_time',
  'revenue_overage',
  'revenue_subscription',
  'revenue_voucher',
  'revenue_breakage',
  'revenue_other',
  'deferred_vouchers',
  'deferred_subscriptions',
  'vat_payable',
  'rounding',
  'exchange_difference',
] as const
export type AccountKind = (typeof accountKinds)[number]

/** A row of the books. Debit and credit are minor units of the base currency, and one of them is zero. */
export type Posting = {
  account: AccountKind
  debit: number
  credit: number
  /** The currency it was agreed in, and what it was there: debit is positive. Null when nothing was. */
  currency: string
  documentAmount: number | null
  vatCategory: VatCategoryCode | null
  text: string
}

/** An entry before it has sides: debit is positive. */
export type Entry = Pick<Posting, 'account' | 'vatCategory'> & { amount: number; documentAmount: number | null }

/** A posted document, as far as its bookkeeping goes. */
export type DocumentFacts = {
  kind: InvoiceKind
  currency: string
  /** Units of the base currency for one of the document's, in millionths; a million where they are the same. */
  rateMillionths: number
  /** Where each line counts, before the discount; see `accountOf`. */
  lines: (VatCategory & { net: number; account: AccountKind })[]
  discount: InvoiceDocument['discount']
  totals: Pick<DocumentTotals, 'breakdown' | 'net' | 'vat' | 'accountingVat' | 'payable' | 'rounding'>
  text: string
}

/** Where a source counts: prepaid is owed until it is used, work beyond it is overage (R25, R56). */
export function accountOf({ source, settlement }: Pick<PlannableItem, 'source' | 'settlement'>): AccountKind {
  switch (source) {
    case 'voucher_sale':
    case 'voucher_credit':
      return 'deferred_vouchers'
    case 'subscription_period':
      return 'deferred_subscriptions'
    case 'time':
      return settlement === 'voucher' || settlement === 'subscription' ? 'revenue_overage' : 'revenue_time'
  }
}

/**
 * What a posted document is in the books, always balanced: the customer owes what is payable, each account has what its
 * lines are worth after the discount, by category of VAT, and VAT is owed. A credit note is its mirror. In a foreign
 * currency each row is converted, VAT to what the document tells in the accounting currency, and the last row takes
 * what roundings leave.
 */
export function postingsOfDocument(facts: DocumentFacts): Posting[] {
  const { totals, rateMillionths, kind, currency, text } = facts
  const inBase = (documentAmount: number) => convert(documentAmount, rateMillionths)
  const row = (account: AccountKind, documentAmount: number): Entry => {
    return { account, documentAmount, amount: inBase(documentAmount), vatCategory: null }
  }
  const entries = [
    row('receivable', totals.payable),
    row('rounding', 0 - totals.rounding),
    ...vatEntries(facts),
    ...revenueOf(facts).map(({ account, category, net }): Entry => {
      return { ...row(account, 0 - net), vatCategory: category }
    }),
  ].filter(({ documentAmount }) => documentAmount !== 0)
  return toPostings(balance(entries), { isTurned: kind === 'credit_note', currency, text })
}

/** Rows with their sides; of nothing there is no row. */
export function toPostings(
  entries: readonly Entry[],
  { isTurned = false, currency, text }: { isTurned?: boolean; currency: string; text: string },
): Posting[] {
  const sign = isTurned ? -1 : 1
  return entries
    .filter(({ amount, documentAmount }) => amount !== 0 || (documentAmount ?? 0) !== 0)
    .map(({ account, vatCategory, amount, documentAmount }) => ({
      account,
      debit: Math.max(0, sign * amount),
      credit: Math.max(0, -sign * amount),
      currency,
      documentAmount: documentAmount === null ? null : sign * documentAmount,
      vatCategory,
      text,
    }))
}

/** VAT by category. Their sum in base currency is what the document tells; the roundings of the parts follow it. */
function vatEntries({ totals, rateMillionths }: DocumentFacts): Entry[] {
  const whole = totals.accountingVat ?? convert(totals.vat, rateMillionths)
  const taxed = totals.breakdown.filter(({ vat }) => vat !== 0)
  let running = 0
  let given = 0
  return taxed.map(({ category, vat }, index) => {
    running += vat
    const amount = (index === taxed.length - 1 ? whole : convert(running, rateMillionths)) - given
    given += amount
    return { account: 'vat_payable', vatCategory: category, amount: 0 - amount, documentAmount: 0 - vat }
  })
}

/** What each account has of the net, by category, after its part of the discount: the order is that of the totals. */
function revenueOf({ lines, discount }: DocumentFacts) {
  const inOrder = [...Map.groupBy(lines, keyOfCategory).values()].flat()
  const discounts = discountParts(
    inOrder.map(({ net }) => net),
    discount?.basisPoints ?? 0,
  )
  const revenue = new Map<string, { account: AccountKind; category: VatCategoryCode; net: number }>()
  for (const [index, { account, category, net }] of inOrder.entries()) {
    const key = `${account} ${category}`
    const found = revenue.get(key) ?? { account, category, net: 0 }
    revenue.set(key, { ...found, net: found.net + net - (discounts[index] ?? 0) })
  }
  return [...revenue.values()]
}

/** The last row takes what is left, so that debit and credit are equal. */
function balance(entries: readonly Entry[]): Entry[] {
  const left = entries.reduce((sum, { amount }) => sum + amount, 0)
  return entries.map((entry, index) =>
    index === entries.length - 1 ? { ...entry, amount: entry.amount - left } : entry,
  )
}
