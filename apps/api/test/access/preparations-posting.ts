import { newId } from '../../src/platform/new-id.ts'
import { buildComplete, buildPayment, buildPosted } from '../build-posted.ts'
import type { TestServer } from '../harness.ts'
import { multipart } from '../upload.ts'
import type { Prepared } from './call-route.ts'
import type { World } from './world.ts'

type Prepare = (server: TestServer, world: World) => Promise<Prepared>

const posted: Prepare = async (server, { customerId }) => ({ params: await buildPosted(server, customerId) })

/** What the routes of posted documents, of credit, payments and reminders need beside the world to succeed. */
export const postingPreparations: Record<string, Prepare> = {
  postInvoice: async (server, { customerId }) => ({ params: await buildComplete(server, customerId) }),
  postInvoices: async (server, { customerId }) => ({
    body: { invoiceIds: [(await buildComplete(server, customerId)).invoiceId] },
  }),
  ...{ sendInvoice: posted, getInvoicePdf: posted, getInvoiceUbl: posted, creditInvoice: posted },
  recordPayment: async (server, { customerId }) => ({
    params: await buildPosted(server, customerId),
    body: { amount: { amount: '100.00', currency: 'DKK' }, paidOn: '2026-02-02' },
  }),
  reversePayment: async (server, { customerId }) => ({ params: await buildPayment(server, customerId) }),
  importPayments: () => Promise.resolve(multipart([{ fileName: 'bank.csv', content: 'Dato;Beløb;Tekst\n' }])),
  getPaymentImport: async (server) => ({ params: { importId: await buildImport(server) } }),
  remindOfInvoice: posted,
  setCurrencyRate: () => Promise.resolve({ params: { currency: 'EUR', validFrom: '2026-01-01' } }),
}

async function buildImport({ deps, clock }: TestServer): Promise<string> {
  const id = newId()
  const file = { id, fileName: 'bank.csv', recordedByName: 'Sofie Lund', createdAt: clock.now }
  await deps.database.transact((tx) => tx.paymentImport.create({ data: file }))
  return id
}
