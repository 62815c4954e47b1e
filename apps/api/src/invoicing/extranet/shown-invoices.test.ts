import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../../test/cases.ts'
import { buildContact, buildCustomer } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test.for([true, false])('an empty list tells whether invoices are shown at all: %s', async (showsInvoices) => {
  const { id: customerId } = await buildCustomer(server)
  await server.deps.database.transact((tx) =>
    tx.customer.update({ where: { id: customerId }, data: { showsInvoices } }),
  )
  const manager = await buildContact(server, { customerId, role: 'manager' })

  const answer = await send(server, manager, 'GET', '/api/extranet/v1/invoices')

  expect(answer.json()).toMatchObject({ data: [], toPay: [], areShown: showsInvoices })
})
