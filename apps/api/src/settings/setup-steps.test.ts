import type { SetupSteps } from '@timedesk/contracts/setup-steps'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../test/cases.ts'
import { buildContact, buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'

let server: Awaited<ReturnType<typeof startServer>>
let administrator: SignedIn

beforeAll(async () => {
  server = await startServer()
  administrator = await buildEmployee(server, { role: 'administrator' })
})
afterAll(() => server.close())

const steps = async () => {
  const answer = await send(server, administrator, 'GET', '/api/v1/setup-steps')
  return Object.fromEntries(answer.json<SetupSteps>().data.map(({ step, isDone }) => [step, isDone]))
}

test('each step is done once what it asks for is there', async () => {
  const before = await steps()
  const contact = await buildContact(server)
  const withCustomer = await steps()
  await openCase(server, administrator, { customerId: contact.customerId, contactId: contact.id })
  await buildEmployee(server)

  expect(before).toMatchObject({ hours: false, customer: false, case: false })
  expect(withCustomer).toMatchObject({ customer: true, case: false })
  expect(await steps()).toMatchObject({ customer: true, case: true, people: true })
})

test('only those who may set things up are told', async () => {
  const agent = await buildEmployee(server)
  expect((await send(server, agent, 'GET', '/api/v1/setup-steps')).statusCode).toBe(403)
})
