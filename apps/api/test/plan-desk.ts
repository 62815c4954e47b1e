import type { Agreement } from '@timedesk/contracts/agreements'
import type { SubscriptionLine, SubscriptionPeriod } from '@timedesk/contracts/subscriptions'
import type { TimeEntry } from '@timedesk/contracts/time'
import type { Voucher } from '@timedesk/contracts/vouchers'
import { settleAgreements } from '../src/agreements/settle-agreements.ts'
import { buildCase } from './build-case.ts'
import { buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

const ANY_VERSION = { 'if-match': '*' }

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What tests of agreements over time do: finance acts on a day, and the days pass. */
export function openPlanDesk(server: TestServer) {
  let finance: SignedIn | undefined
  let signedInAt: Date | undefined

  /** Somebody of finance, who signs in anew when the clock has moved. */
  async function send(method: Method, path: string, payload?: object) {
    if (finance === undefined || signedInAt !== server.clock.now) {
      finance = await buildEmployee(server, { role: 'finance' })
      signedInAt = server.clock.now
    }
    return server.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...finance.headers, ...(method === 'GET' || method === 'POST' ? {} : ANY_VERSION) },
      ...(payload !== undefined && { payload }),
    })
  }

  async function succeed<Body>(method: Method, path: string, payload?: object): Promise<Body> {
    const answer = await send(method, path, payload)
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.body}`)
    return answer.json<Body>()
  }

  return {
    send,
    succeed,
    /** It is noon in Copenhagen on that day. */
    on(day: string): void {
      server.clock.now = new Date(`${day}T10:00:00.000Z`)
    },
    settle: () => settleAgreements(server.deps, server.clock.now),
    /** An agreement of the customer; a subscription from 1 January 2026 unless said otherwise. */
    agree: (customerId: string, given: object = {}) =>
      succeed<Agreement>('POST', '/agreements', {
        customerId,
        heading: 'Service agreement',
        settlement: 'subscription',
        validFrom: '2026-01-01',
        ...given,
      }),
    /** A line of 4,000.00 a month unless said otherwise. */
    addLine: (agreementId: string, given: object = {}) =>
      succeed<SubscriptionLine>('POST', `/agreements/${agreementId}/lines`, {
        description: 'Service desk',
        period: 'month',
        unitPrice: { amount: '4000.00', currency: 'DKK' },
        ...given,
      }),
    /** A voucher of ten hours for 9,000.00 unless said otherwise. */
    sell: (agreementId: string, given: object = {}) =>
      succeed<Voucher>('POST', `/agreements/${agreementId}/vouchers`, {
        unit: 'minutes',
        quantity: 600,
        price: { amount: '9000.00', currency: 'DKK' },
        ...given,
      }),
    voucher: (idOrNumber: string) => succeed<Voucher>('GET', `/vouchers/${idOrNumber}`),
    /** Minutes of today on a case of its own, unless said otherwise. */
    async work(customerId: string, minutes: number, given: object = {}) {
      const caseId = 'caseId' in given ? given.caseId : (await buildCase(server, { customerId })).id
      const work = { minutes, activityTypeId: SUPPORT_ACTIVITY_ID, ...given, caseId }
      return succeed<TimeEntry>('POST', '/time-entries', work)
    },
    agreement: (id: string) => succeed<Agreement>('GET', `/agreements/${id}`),
    line: (id: string) => succeed<SubscriptionLine>('GET', `/subscription-lines/${id}`),
    /** Everything that an agreement charged, earliest first. */
    async periods(agreementId: string): Promise<SubscriptionPeriod[]> {
      const { data } = await succeed<{ data: SubscriptionPeriod[] }>(
        'GET',
        `/agreements/${agreementId}/periods?limit=200`,
      )
      return data.toReversed()
    },
  }
}
