import { postingsOfPayment } from '@timedesk/domain/invoicing/postings-later'
import { RATE_WHOLE } from '@timedesk/domain/invoicing/totals'
import type { Acting } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { writePostings } from '../posting/write-postings.ts'
import type { HeldOwed } from './hold-owed.ts'

type Paid = {
  id: string
  /** Minor units; negative when it takes another back. */
  amount: number
  bookedOn: string
}

/** Writes what a payment is in the books, at the rate of the document: what went back for a credit note came out of the bank. */
export async function bookPayment(
  tx: Tx,
  context: Acting,
  { stored, paid, credited }: Pick<HeldOwed, 'stored' | 'paid' | 'credited'>,
  { id, amount, bookedOn }: Paid,
): Promise<void> {
  const { kind, currency, companyCurrency, exchangeRate, number, customerId } = stored
  const sign = kind === 'invoice' ? 1 : -1
  const rate = currency === companyCurrency ? RATE_WHOLE : (exchangeRate ?? RATE_WHOLE)
  const settledBefore = kind === 'invoice' ? paid + credited : paid
  const entries = postingsOfPayment({
    amount: sign * amount,
    settledBefore: sign * settledBefore,
    currency,
    rateMillionths: rate,
    documentRateMillionths: rate,
    text: number,
  })
  const deed = { deed: 'payment', deedId: id, bookedOn, customerId, invoiceId: stored.id } as const
  await writePostings(tx, context, deed, entries)
}
