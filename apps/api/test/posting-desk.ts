import type { Invoice } from '@timedesk/contracts/invoice'
import { buyer, seller, sellerAccount } from './build-posted.ts'
import type { TestServer } from './harness.ts'
import { openInvoiceDesk } from './invoice-desk.ts'

/** What tests of posted documents do: draft what is ready, post it, and credit it. */
export async function openPostingDesk(server: TestServer) {
  const desk = await openInvoiceDesk(server)
  await server.database.transact(async (tx) => {
    await tx.company.update({ where: { id: 1 }, data: seller })
    await tx.invoicingSettings.update({ where: { id: 1 }, data: sellerAccount })
  })
  const { succeed, change } = desk

  const post = (id: string) => succeed<Invoice>('POST', `/invoices/${id}/posting`)
  const draftReady = (customerId: string, through = '2026-12-31') => desk.draft({ customerId, through })

  return {
    ...desk,
    /** A customer whose invoices can be posted. */
    customer: (given: object = {}) => desk.customer({ ...buyer, ...given }),
    /** All that is ready on a draft. */
    draftReady,
    tryToPost: (id: string) => change('POST', `/invoices/${id}/posting`),
    post,
    async postReady(customerId: string): Promise<Invoice> {
      return post((await draftReady(customerId)).id)
    },
    /** A draft with a line of one's own for so many pieces. */
    async draftLine(customerId: string, line: object = {}): Promise<Invoice> {
      const { id } = await desk.draft({ customerId })
      const own = { text: 'Consulting', quantity: 1, unitPrice: { amount: '1000.00', currency: 'DKK' }, ...line }
      return succeed<Invoice>('POST', `/invoices/${id}/lines`, own)
    },
    /** Drafts a credit note: of all that is left unless said otherwise. */
    credit: (id: string, given: object = {}) =>
      succeed<Invoice>('POST', `/invoices/${id}/credit-notes`, { reason: 'Agreed on the phone.', ...given }),
    tryToCredit: (id: string, given: object = {}) =>
      change('POST', `/invoices/${id}/credit-notes`, { reason: 'Agreed on the phone.', ...given }),
    /** What it is in the books, as `account: debit or -credit`. */
    async books(invoiceId: string): Promise<Record<string, number>> {
      const { rows } = await server.database.pool.query<{ account: string; amount: number }>(
        'SELECT account, sum(debit - credit)::float8 AS amount FROM posting WHERE invoice_id = $1 GROUP BY account ORDER BY account',
        [invoiceId],
      )
      return Object.fromEntries(rows.map(({ account, amount }) => [account, amount]))
    },
  }
}
