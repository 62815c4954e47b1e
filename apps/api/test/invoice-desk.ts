import type { Invoice, InvoiceLine } from '@timedesk/contracts/invoice'
import type { PotentialItem } from '@timedesk/contracts/potential'
import { buildCustomer, type SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'
import { openMoneyDesk } from './money-desk.ts'

export const money = (amount: string, currency = 'DKK') => ({ amount, currency })

/** An item of the potential, as drafts name it. */
export type Key = Pick<PotentialItem, 'source' | 'sourceId'>

/** What tests of invoices do all the time: work, then draft it. */
export async function openInvoiceDesk(server: TestServer) {
  const desk = await openMoneyDesk(server)
  const { send, finance } = desk
  type Method = Parameters<typeof send>[1]

  /** As finance, meaning whatever version there is; resolves with the answer, and throws what is refused. */
  async function succeed<Body>(method: Method, path: string, payload?: object): Promise<Body> {
    const answer = await change(method, path, payload)
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.body}`)
    return answer.statusCode === 204 ? (undefined as Body) : answer.json<Body>()
  }

  function change(method: Method, path: string, payload?: object, by: SignedIn = finance) {
    return send(by, method, path, payload, { 'if-match': '*' })
  }

  return {
    ...desk,
    change,
    succeed,
    /** A customer who pays 950.00 for an hour unless said otherwise. */
    async customer(given: object = {}): Promise<string> {
      const { id } = await buildCustomer(server, { ratePerHour: 95_000 })
      await server.database.transact((tx) => tx.customer.update({ where: { id }, data: given }))
      return id
    },
    async items(customerId: string, query = ''): Promise<PotentialItem[]> {
      const page = await succeed<{ data: PotentialItem[] }>('GET', `/potential/${customerId}/items?limit=200${query}`)
      return page.data
    },
    draft: (payload: object) => succeed<Invoice & { documents: string[] }>('POST', '/invoices', payload),
    invoice: (id: string) => succeed<Invoice>('GET', `/invoices/${id}`),
  }
}

export const keyOf = ({ source, sourceId }: Key): Key => ({ source, sourceId })

/** What tests compare of a line. */
export const lineOf = ({ text, quantity, unit, unitPrice, net, registered, sources }: InvoiceLine) => ({
  ...{ text, quantity, unit },
  price: unitPrice.amount,
  net: net.amount,
  registered: registered.amount,
  sources: sources.length,
})

/** What tests compare of the sums. */
export const sumsOf = ({ net, vat, gross, payable }: Invoice) =>
  [net, vat, gross, payable].map(({ amount }) => amount).join(' ')
