import type { DocumentTotals } from '@timedesk/domain/invoicing/document'
import { postingsOfDocument, type AccountKind } from '@timedesk/domain/invoicing/postings'
import { RATE_WHOLE } from '@timedesk/domain/invoicing/totals'
import type { Acting } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Revenue, StoredInvoice } from '../stored-invoice.ts'
import { writePostings } from './write-postings.ts'

/** Prepaid is owed until it is used; the rest is earned when it is invoiced (R25, R56). */
const accounts: Record<Revenue, AccountKind> = {
  time: 'revenue_time',
  overage: 'revenue_overage',
  subscription: 'deferred_subscriptions',
  voucher: 'deferred_vouchers',
  other: 'revenue_other',
}

/** Writes what a document that has just been posted is in the books. */
export async function bookDocument(
  tx: Tx,
  context: Acting,
  posted: StoredInvoice & { number: string; issuedOn: string },
  totals: DocumentTotals,
): Promise<void> {
  const { id, kind, currency, companyCurrency, exchangeRate, customerId, discountBasisPoints, discountReason } = posted
  const entries = postingsOfDocument({
    kind,
    currency,
    rateMillionths: currency === companyCurrency ? RATE_WHOLE : (exchangeRate ?? RATE_WHOLE),
    lines: posted.lines.map(({ net, revenue, vatCategory, vatRate }) => {
      return { net, account: accounts[revenue], category: vatCategory, rate: vatRate }
    }),
    discount: discountBasisPoints === 0 ? null : { basisPoints: discountBasisPoints, reason: discountReason },
    totals,
    text: posted.number,
  })
  const agreementIds = new Set(posted.lines.map(({ agreementId }) => agreementId))
  const [agreementId = null] = agreementIds.size === 1 ? agreementIds : []
  const deed = {
    deed: 'invoice',
    deedId: id,
    bookedOn: posted.issuedOn,
    customerId,
    agreementId,
    invoiceId: id,
  } as const
  await writePostings(tx, context, deed, entries)
}
