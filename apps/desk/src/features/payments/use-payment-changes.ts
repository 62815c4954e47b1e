import { isRefusal } from '@timedesk/client/api-error'
import { importPayments, remindOfInvoice } from '@timedesk/contracts/payments'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { invoicingTouches } from '../../shared/invoicing/invoicing-touches.ts'

/** Sends a file of the bank; its rows are recorded at once. */
export function useImportPayments() {
  return useChange((file: File) => client.upload(importPayments, { file }), invoicingTouches)
}

/** Reminds of invoices one after the other; gives those that were refused, and goes on after them. */
export function useSendReminders() {
  return useChange(async (invoiceIds: readonly string[]) => {
    const refused: string[] = []
    for (const invoiceId of invoiceIds) {
      try {
        await client.call(remindOfInvoice, { params: { invoiceId } })
      } catch (error) {
        if (!isRefusal(error)) throw error
        refused.push(invoiceId)
      }
    }
    return { refused }
  }, invoicingTouches)
}

/** Reminds of one invoice. */
export function useSendReminder() {
  return useChange((invoiceId: string) => client.call(remindOfInvoice, { params: { invoiceId } }), invoicingTouches)
}
