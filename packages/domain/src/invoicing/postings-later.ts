import { recognise } from '../subscriptions/recognise.ts'
import type { DocumentPeriod } from './document.ts'
import { toPostings } from './postings.ts'
import type { AccountKind, Entry, Posting } from './postings.ts'
import { convert } from './totals.ts'

/** Money that came in for an invoice; negative for money that went back. Minor units of the document's currency. */
export type PaymentFacts = {
  amount: number
  /** What was settled of the invoice before, by payments and credit notes. */
  settledBefore: number
  currency: string
  /** Units of the base currency for one of the document's, in millionths: on the day of the payment, and of the invoice. */
  rateMillionths: number
  documentRateMillionths: number
  text: string
}

/** A draw or an expiry of a voucher: revenue that was owed before; negative when it is taken back. */
export type VoucherUseFacts = {
  kind: 'draw' | 'expiry'
  /** Minor units of the voucher's currency, and what the voucher earned before. */
  revenue: number
  earnedBefore: number
  currency: string
  /** Of the sale. */
  rateMillionths: number
  text: string
}

/** A fee that was invoiced for days, both inclusive. */
export type FeeFacts = {
  amount: number
  period: DocumentPeriod
  currency: string
  /** Of the invoice. */
  rateMillionths: number
  text: string
}

/**
 * A payment in the books. What the customer owed goes down at the rate at which it was booked, by the running total, so
 * that an invoice that is paid owes nothing in base currency either; the rest is a gain or loss of exchange.
 */
export function postingsOfPayment(facts: PaymentFacts): Posting[] {
  const { amount, settledBefore, rateMillionths, documentRateMillionths } = facts
  const received = convert(amount, rateMillionths)
  const settled = stepOf(settledBefore, amount, documentRateMillionths)
  const gain = received - settled
  return toPostings(
    [
      { account: 'bank', vatCategory: null, amount: received, documentAmount: amount },
      { account: 'receivable', vatCategory: null, amount: 0 - settled, documentAmount: 0 - amount },
      { account: 'exchange_difference', vatCategory: null, amount: 0 - gain, documentAmount: null },
    ],
    facts,
  )
}

/** What time earns of a voucher, or what is left of one that expires (R25, R26): owed before, revenue now, without VAT. */
export function postingsOfVoucherUse(facts: VoucherUseFacts): Posting[] {
  const { kind, revenue, earnedBefore, rateMillionths } = facts
  const account = kind === 'draw' ? 'revenue_time' : 'revenue_breakage'
  const amount = stepOf(earnedBefore, revenue, rateMillionths)
  return toPostings(move('deferred_vouchers', account, revenue, amount), facts)
}

/** What a fee earns month by month (R39); a credit of a fee takes it back in the same way. */
export function postingsOfFee(facts: FeeFacts): { month: string; postings: Posting[] }[] {
  let before = 0
  return recognise({ amount: facts.amount, ...facts.period }).map(({ month, amount }) => {
    const inBase = stepOf(before, amount, facts.rateMillionths)
    before += amount
    return {
      month,
      postings: toPostings(move('deferred_subscriptions', 'revenue_subscription', amount, inBase), facts),
    }
  })
}

/** What an amount adds to a converted running total: steps sum to the converted whole, to the minor unit. */
function stepOf(before: number, amount: number, rateMillionths: number): number {
  return convert(before + amount, rateMillionths) - convert(before, rateMillionths)
}

function move(from: AccountKind, to: AccountKind, documentAmount: number, amount: number): Entry[] {
  return [
    { account: from, vatCategory: null, amount, documentAmount },
    { account: to, vatCategory: null, amount: 0 - amount, documentAmount: 0 - documentAmount },
  ]
}
