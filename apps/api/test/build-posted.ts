import { Prisma } from '@timedesk/prisma/client'
import { postInvoice } from '../src/invoicing/posting/post-invoice.ts'
import { recordPayment } from '../src/invoicing/payments/record-payment.ts'
import type { Context, StaffActor } from '../src/platform/context.ts'
import { buildDraft } from './build-draft.ts'
import { buildEmployee } from './factories.ts'
import type { TestServer } from './harness.ts'

/** Whom the company invoices from, with all that the law asks of an invoice. */
export const seller = {
  ...{ name: 'Fjordbyte', address: 'Åboulevarden 3', postalCode: '8000', city: 'Aarhus C', cvr: '12345674' },
}
export const sellerAccount = { iban: 'DK5000400440116243', bic: 'DABADKKK', email: 'invoices@fjordbyte.example' }

/** Whom it invoices. */
export const buyer = {
  ...{ address: 'Havnegade 12', postalCode: '8000', city: 'Aarhus C', countryCode: 'DK', cvr: '87654321' },
  ...{ buyerReference: 'Anna Berg', invoiceEmail: 'invoices@nordlys.example', language: 'en' },
}

/** All of a server's built documents are of this day, so that they go together with one another and are overdue today. */
const ISSUED_ON = '2026-02-01'

/** A draft of an hour that has all it needs to be posted. */
export async function buildComplete(server: TestServer, customerId: string) {
  const draft = await buildDraft(server, customerId)
  const { database } = server.deps
  await database.transact(async (tx) => {
    await tx.company.update({ where: { id: 1 }, data: seller })
    await tx.invoicingSettings.update({ where: { id: 1 }, data: sellerAccount })
    await tx.customer.update({ where: { id: customerId }, data: buyer })
  })
  const [issuedOn, buyerReference] = [ISSUED_ON, buyer.buyerReference]
  await database.reader
    .rows(Prisma.sql`UPDATE invoice SET issued_on = ${issuedOn}::date, buyer_reference = ${buyerReference}
    WHERE id = ${draft.invoiceId}::uuid`)
  return draft
}

/** The same, posted: 1,187.50 with VAT, overdue since the middle of February. */
export async function buildPosted(server: TestServer, customerId: string) {
  const draft = await buildComplete(server, customerId)
  const context = await contextOf(server)
  await server.deps.database.transact((tx) => postInvoice(tx, context, draft, null))
  return draft
}

/** A payment of 100.00 of such an invoice. */
export async function buildPayment(server: TestServer, customerId: string) {
  const { invoiceId } = await buildPosted(server, customerId)
  const context = await contextOf(server)
  const payment = { invoiceId, amountIn: () => 10_000, paidOn: '2026-02-02', reference: '' }
  const paymentId = await server.deps.database.transact((tx) => recordPayment(tx, context, payment))
  return { invoiceId, paymentId }
}

async function contextOf(server: TestServer): Promise<Context<StaffActor>> {
  const { id, name } = await buildEmployee(server, { role: 'finance' })
  const actor: StaffActor = {
    ...{ kind: 'employee', id, name, role: 'finance', departmentId: id, language: 'en', permissions: new Set() },
    ...{ scopes: null, sessionId: null, key: id },
  }
  return { actor, now: server.clock.now, newId: server.deps.newId, requestId: null, written: [] }
}
