import { postInvoices } from '@timedesk/contracts/invoice-postings'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { invoicingTouches } from '../../shared/invoicing/invoicing-touches.ts'

/** Posts drafts, each by itself; sends those that were posted, if wanted. */
export function usePostInvoices() {
  return useChange(
    async (body: { invoiceIds: string[]; send: boolean }) => (await client.call(postInvoices, { body })).data,
    invoicingTouches,
  )
}
