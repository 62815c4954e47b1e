import { type Invoice } from '@timedesk/contracts/invoice'
import { createInvoice } from '@timedesk/contracts/invoices'
import type { z } from 'zod'

import { client } from '../client.ts'
import { useChange } from '../deeds/use-change.ts'
import { invoicingTouches } from './invoicing-touches.ts'

export type DraftedInvoice = Invoice & { documents: string[] }

/** Drafts an invoice: of chosen items, of all that is ready up to a day, or empty. What it names is claimed. */
export function useDraftInvoice() {
  return useChange(
    (body: z.input<NonNullable<(typeof createInvoice)['body']>>): Promise<DraftedInvoice> =>
      client.call(createInvoice, { body }),
    invoicingTouches,
  )
}
