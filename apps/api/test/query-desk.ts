import type { ListedCase } from '@timedesk/contracts/work-list'
import { newId } from '../src/platform/new-id.ts'
import { buildAttachment } from './build-attachment.ts'
import { buildCoveredTime } from './build-cover.ts'
import { openCase, send } from './cases.ts'
import { draftBody } from './draft-desk.ts'
import { buildCustomer, buildEmployee, type SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

type Problem = {
  code: string
  errors: { pointer: string; code: string; at: number; length: number; expected: string[] }[]
}

/** What tests of the query language do: an agent opens cases of one customer, and asks for them. */
export async function openQueryDesk(server: TestServer) {
  const agent = await buildEmployee(server, { name: 'Anna Holm' })
  const { id: customerId, name: customerName } = await buildCustomer(server, { name: `Nordlys ${newId()}` })

  async function succeed(method: 'POST' | 'PUT' | 'PATCH', path: string, payload?: object, by = agent, headers = {}) {
    const answer = await send(server, by, method, `/api/v1${path}`, payload, headers)
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.body}`)
    return answer.json<Record<string, unknown>>()
  }

  const ask = (q: string, by: SignedIn = agent) =>
    send(server, by, 'GET', `/api/v1/cases?${new URLSearchParams({ q, sort: 'number', customerId }).toString()}`)

  return {
    agent,
    customerId,
    customerName,
    succeed,
    open: (given: object = {}, by = agent) => openCase(server, by, { customerId, ...given }),
    /** The ids of what a query finds among the cases of the customer, by number. */
    async find(q: string, by: SignedIn = agent): Promise<string[]> {
      const answer = await ask(q, by)
      if (answer.statusCode !== 200) throw new Error(`${q}: ${answer.body}`)
      return answer.json<{ data: ListedCase[] }>().data.map(({ id }) => id)
    },
    /** What a query is refused for, and which stretch of its text is at fault. */
    async problemsOf(q: string): Promise<{ status: number; code: string; problems: [string, string, string[]][] }> {
      const answer = await ask(q)
      const { code, errors } = answer.json<Problem>()
      const problems = errors.map(({ code: own, at, length, expected }): [string, string, string[]] => {
        return [own, q.slice(at, at + length), expected]
      })
      return { status: answer.statusCode, code, problems }
    },
    note: async (caseId: string) => {
      const attachmentIds = [await buildAttachment(server, { uploaderKind: 'employee', uploaderId: agent.id })]
      await succeed('POST', `/cases/${caseId}/notes`, { body: 'It is the fuser.', attachmentIds })
    },
    draft: (caseId: string, by = agent) =>
      succeed('PUT', `/cases/${caseId}/drafts/reply`, draftBody(), by, { 'if-match': '"v0"' }),
    work: (caseId: string) =>
      buildCoveredTime(server, {
        ...{ customerId, caseId, employeeId: agent.id, minutes: 30 },
        pieces: [{ kind: 'time_spent', minutes: 30, amount: 47_500 }],
      }),
    link: (caseId: string, role: string, otherId: string) =>
      succeed('PUT', `/cases/${caseId}/links/${role}/${otherId}`),
  }
}
