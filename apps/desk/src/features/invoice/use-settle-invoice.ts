import { creditInvoice, sendInvoice } from '@timedesk/contracts/invoice-postings'
import { recordPayment, remindOfInvoice, reversePayment } from '@timedesk/contracts/payments'
import type { z } from 'zod'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { invoicingTouches } from '../../shared/invoicing/invoicing-touches.ts'

export type CreditBody = z.input<(typeof creditInvoice)['body']>

/** Sends a posted document by mail. */
export function useSendInvoice(invoiceId: string) {
  return useChange(
    (body: { to?: string; message: string }) => client.call(sendInvoice, { params: { invoiceId }, body }),
    invoicingTouches,
  )
}

/** Drafts a credit note of all or of parts. */
export function useCreditInvoice(invoiceId: string) {
  return useChange((body: CreditBody) => client.call(creditInvoice, { params: { invoiceId }, body }), invoicingTouches)
}

/** Records what came in, or of a credit note what was paid back. */
export function useRecordPayment(invoiceId: string) {
  return useChange(
    (body: z.input<(typeof recordPayment)['body']>) => client.call(recordPayment, { params: { invoiceId }, body }),
    invoicingTouches,
  )
}

/** Takes a payment back that was recorded by mistake. */
export function useReversePayment(paymentId: string) {
  return useChange(
    (reason: string) => client.call(reversePayment, { params: { paymentId }, body: { reason } }),
    invoicingTouches,
  )
}

/** Reminds the customer by mail. */
export function useRemind(invoiceId: string) {
  return useChange(() => client.call(remindOfInvoice, { params: { invoiceId } }), invoicingTouches)
}
