import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
})
afterAll(() => server.close())

const register = (payload: object, by: SignedIn = agent) =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/time-entries',
    headers: by.headers,
    payload: { activityTypeId: SUPPORT_ACTIVITY_ID, minutes: 10, ...payload },
  })

test('E4: fifty minutes at 950.00 without an agreement are 791.67', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 95_000 })
  const { id: caseId } = await buildCase(server, { customerId })

  const answer = await register({ caseId, minutes: 50 })

  expect(answer.statusCode, answer.body).toBe(201)
  expect(answer.json()).toMatchObject({
    minutes: 50,
    billableMinutes: 50,
    amount: { amount: '791.67', currency: 'DKK' },
    explanation: [
      { step: 'rounded', actual: 50, increment: 1, minimum: 0, billable: 50 },
      { step: 'rate', source: 'customer', ratePerHour: { amount: '950.00', currency: 'DKK' } },
      { step: 'amount', minutes: 50, amount: { amount: '791.67', currency: 'DKK' } },
    ],
  })
})
