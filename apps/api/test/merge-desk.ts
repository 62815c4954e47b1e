import type { Case } from '@timedesk/contracts/cases'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import { openCase, reportCase, send } from './cases.ts'
import { buildContact, buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What tests of merging and splitting do all the time, at a customer with two contacts who see their own cases only. */
export async function openMergeDesk(server: TestServer) {
  const [agent, lead] = await Promise.all([buildEmployee(server), buildEmployee(server, { role: 'lead' })])
  const { id: customerId } = await buildCustomer(server)
  const anna = await buildContact(server, { customerId, name: 'Anna Berg' })
  const bo = await buildContact(server, { customerId, name: 'Bo Dahl' })

  const as = (by: SignedIn) => (method: Method, path: string, payload?: object) =>
    send(server, by, method, `/api/v1${path}`, payload)

  /** What has to be answered with success. */
  async function succeed<Answer>(method: Method, path: string, payload?: object, by = agent): Promise<Answer> {
    const answer = await as(by)(method, path, payload)
    if (answer.statusCode >= 300) throw new Error(answer.body)
    return answer.statusCode === 204 ? ({} as Answer) : answer.json<Answer>()
  }

  return {
    agent,
    lead,
    customerId,
    anna,
    bo,
    as,
    succeed,
    /** As a contact. */
    ask: (by: SignedIn, method: Method, path: string, payload?: object) =>
      send(server, by, method, `/api/extranet/v1${path}`, payload),
    open: (given: object = {}) => openCase(server, agent, { customerId, contactId: anna.id, ...given }),
    report: (by: SignedIn, given: object = {}) => reportCase(server, by, { ...given }),
    read: (caseId: string) => succeed<Case>('GET', `/cases/${caseId}`),
    merge: (caseId: string, intoId: string, given: object = {}) =>
      as(agent)('PUT', `/cases/${caseId}/merge`, { intoId, ...given }),
    merged: (caseId: string, intoId: string, given: object = {}) =>
      succeed<Case>('PUT', `/cases/${caseId}/merge`, { intoId, ...given }),
    unmerge: (caseId: string) => as(agent)('DELETE', `/cases/${caseId}/merge`),
    reply: (caseId: string, body: string, given: object = {}) =>
      succeed<{ id: string }>('POST', `/cases/${caseId}/replies`, { body, ...given }),
    note: (caseId: string, body: string, given: object = {}) =>
      succeed<{ id: string }>('POST', `/cases/${caseId}/notes`, { body, ...given }),
    work: (caseId: string, minutes: number, given: object = {}) =>
      succeed<{ id: string }>('POST', '/time-entries', {
        caseId,
        minutes,
        activityTypeId: SUPPORT_ACTIVITY_ID,
        ...given,
      }),
    async timeline(caseId: string, query = ''): Promise<TimelineItem[]> {
      return (await succeed<{ data: TimelineItem[] }>('GET', `/cases/${caseId}/timeline?limit=200${query}`)).data
    },
    /** The texts of the dialogue and the notes that the case's log shows to staff. */
    async wordsOf(caseId: string): Promise<string[]> {
      const { data } = await succeed<{ data: TimelineItem[] }>('GET', `/cases/${caseId}/timeline?limit=200`)
      return data.flatMap((item) => (item.kind === 'reply' || item.kind === 'note' ? [item.body] : []))
    },
    async eventsOf(caseId: string, ...types: string[]): Promise<Record<string, unknown>[]> {
      const { rows } = await server.database.pool.query<{ type: string; payload: object }>(
        'SELECT type, payload FROM event WHERE case_id = $1 ORDER BY sequence',
        [caseId],
      )
      return rows.map(({ type, payload }) => ({ type, ...payload })).filter(({ type }) => types.includes(type))
    },
  }
}
