import type { SearchAnswer } from '@timedesk/contracts/search'
import { buildAttachment } from './build-attachment.ts'
import { openCase, send } from './cases.ts'
import { buildContact, buildCustomer, buildEmployee, type SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

type Marked = { text: string; ranges: { from: number; to: number }[] }

/** The text with brackets around what is marked. */
export function marked({ text, ranges }: Marked): string {
  const parts = ranges.map(({ from, to }, index) => {
    return `${text.slice(ranges[index - 1]?.to ?? 0, from)}[${text.slice(from, to)}]`
  })
  return parts.join('') + text.slice(ranges.at(-1)?.to ?? 0)
}

/** A Danish help desk with two customers, whose cases read as people write them. */
export async function openSearchDesk(server: TestServer) {
  const agent = await buildEmployee(server, { name: 'Mette Holm' })
  const nordlys = await buildCustomer(server, { name: 'Nordlys Bogføring' })
  const havn = await buildCustomer(server, { name: 'Ærøskøbing Havn' })
  const soren = await buildContact(server, { customerId: nordlys.id, name: 'Søren Kirkegaard', seesAllCases: true })
  const anna = await buildContact(server, { customerId: havn.id, name: 'Anna Berg', seesAllCases: true })

  const succeed = async (by: SignedIn, path: string, body: object) => {
    const answer = await send(server, by, 'POST', path, body)
    if (answer.statusCode >= 300) throw new Error(answer.body)
    return answer.json<{ id: string }>()
  }
  const tick = () => {
    server.clock.now = new Date(server.clock.now.getTime() + 60_000)
  }

  return {
    agent,
    nordlys,
    havn,
    soren,
    anna,
    open: (by: typeof soren, given: Record<string, unknown>) => {
      tick()
      return openCase(server, agent, { customerId: by.customerId, contactId: by.id, ...given })
    },
    reply: (caseId: string, body: string) => {
      tick()
      return succeed(agent, `/api/v1/cases/${caseId}/replies`, { body })
    },
    note: (caseId: string, body: string, attachmentIds: string[] = []) => {
      tick()
      return succeed(agent, `/api/v1/cases/${caseId}/notes`, { body, attachmentIds })
    },
    replyWithFile: async (caseId: string, body: string, name: string) => {
      tick()
      const file = await buildAttachment(server, { uploaderKind: 'employee', uploaderId: agent.id, name })
      return succeed(agent, `/api/v1/cases/${caseId}/replies`, { body, attachmentIds: [file] })
    },
    file: (name: string) => buildAttachment(server, { uploaderKind: 'employee', uploaderId: agent.id, name }),
    async search(q: string, given: Record<string, string> = {}, by = agent): Promise<SearchAnswer> {
      const query = new URLSearchParams({ q, ...given }).toString()
      const answer = await send(server, by, 'GET', `/api/v1/search?${query}`)
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return answer.json<SearchAnswer>()
    },
  }
}
