import type { PotentialRow } from '@timedesk/contracts/potential'
import { buildCase } from './build-case.ts'
import { buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

/** What tests of money do all the time, as the people who do it. */
export async function openMoneyDesk(server: TestServer) {
  const agent = await buildEmployee(server)
  const finance = await buildEmployee(server, { role: 'finance' })

  const send = (
    by: SignedIn,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    payload?: object,
    headers: object = {},
  ) =>
    server.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...by.headers, ...headers },
      ...(payload !== undefined && { payload }),
    })

  return {
    agent,
    finance,
    send,
    /** Registers minutes on a new case of the customer, today unless a day is given. */
    async work(customerId: string, minutes: number, given: object = {}) {
      const { id: caseId } = await buildCase(server, { customerId })
      const answer = await send(agent, 'POST', '/time-entries', {
        caseId,
        minutes,
        activityTypeId: SUPPORT_ACTIVITY_ID,
        ...given,
      })
      if (answer.statusCode !== 201) throw new Error(answer.body)
      return answer.json<{ id: string; billableMinutes: number; amount: { amount: string } | null }>()
    },
    agree: (customerId: string, given: object = {}) =>
      send(finance, 'POST', '/agreements', {
        customerId,
        heading: 'Support by the hour',
        validFrom: '2026-01-01',
        ratePerHour: { amount: '950.00', currency: 'DKK' },
        ...given,
      }),
    async potentialOf(customerId: string, query = '') {
      const answer = await send(finance, 'GET', `/potential?limit=200${query}`)
      const { data } = answer.json<{ data: PotentialRow[] }>()
      return data.filter(({ customer }) => customer.id === customerId)
    },
  }
}
