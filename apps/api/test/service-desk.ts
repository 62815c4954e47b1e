import type { CaseClock, CaseClocks } from '@timedesk/contracts/clocks'
import type { EventPayload } from '@timedesk/contracts/events'
import type { ServicePolicy } from '@timedesk/contracts/service-policies'
import { Prisma } from '@timedesk/prisma/client'
import { workClocks } from '../src/service-levels/work-clocks.ts'
import { send } from './cases.ts'
import { deliverAll } from './deliver-all.ts'
import { buildContact, buildEmployee, NORMAL_PRIORITY_ID, type SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

/**
 * What tests of service levels do: an administrator promises, time passes, and the clocks are worked. Days pass here, and
 * nobody stays signed in for so long: whoever is built here is signed in anew whenever the clock moves.
 */
export async function openServiceDesk(server: TestServer) {
  const people: { person: SignedIn; app: 'desk' | 'extranet' }[] = []
  const staff = async (given: Parameters<typeof buildEmployee>[1] = {}) => {
    const person = await buildEmployee(server, given)
    people.push({ person, app: 'desk' })
    return person
  }
  const contact = async (given: Parameters<typeof buildContact>[1] = {}) => {
    const person = await buildContact(server, given)
    people.push({ person, app: 'extranet' })
    return person
  }
  const moveTo = async (now: Date) => {
    server.clock.now = now
    for (const { person, app } of people) await signIn(server, person, app)
  }
  const administrator = await staff({ role: 'administrator' })
  let named = 0

  const ask = (
    by: SignedIn,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    payload?: object,
    headers?: object,
  ) => send(server, by, method, `/api/v1${path}`, payload, headers)

  return {
    administrator,
    staff,
    contact,
    ask,
    /** The calendar that every installation begins with: weekdays from 8 to 16 in Copenhagen. */
    async weekdays(): Promise<string> {
      const { data } = (await ask(administrator, 'GET', '/service-calendars')).json<{ data: { id: string }[] }>()
      const [calendar] = data
      if (calendar === undefined) throw new Error('There is no calendar')
      return calendar.id
    },
    /** A policy that promises minutes for cases of normal priority; around the clock, warning only at the breach. */
    async promise(
      targets: { firstResponse?: number; nextResponse?: number; resolution?: number },
      given: Record<string, unknown> = {},
    ): Promise<ServicePolicy> {
      named += 1
      const none = { firstResponse: null, nextResponse: null, resolution: null }
      const answer = await ask(administrator, 'POST', '/service-policies', {
        name: `Policy ${String(named)}`,
        targets: [{ priorityId: NORMAL_PRIORITY_ID, ...none, ...targets }],
        warnAt: [],
        escalations: [],
        ...given,
      })
      if (answer.statusCode !== 201) throw new Error(answer.body)
      return answer.json<ServicePolicy>()
    },
    /** Moves the clock of the server on. */
    pass: (minutes: number) => moveTo(new Date(server.clock.now.getTime() + minutes * 60_000)),
    at: (moment: string) => moveTo(new Date(moment)),
    work: () => workClocks(server.deps, server.clock.now),
    deliver: () => deliverAll(server),
    async ledger(caseId: string): Promise<CaseClocks> {
      const answer = await ask(administrator, 'GET', `/cases/${caseId}/clocks`)
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return answer.json<CaseClocks>()
    },
    async clock(caseId: string, kind: CaseClock['clock'], cycle = 1): Promise<CaseClock | undefined> {
      const { clocks } = await this.ledger(caseId)
      return clocks.find((clock) => clock.clock === kind && clock.cycle === cycle)
    },
    /** What the log of a case tells of some types, in its order. */
    async log(caseId: string, types: EventPayload['type'][]): Promise<({ at: Date } & Record<string, unknown>)[]> {
      const rows = await server.database.reader.rows<{ at: Date; payload: Record<string, unknown> }>(
        Prisma.sql`SELECT at, payload || jsonb_build_object('type', type) AS payload FROM event
          WHERE case_id = ${caseId}::uuid AND type = ANY(${types}::text[]) ORDER BY at, sequence`,
      )
      return rows.map(({ at, payload }) => ({ at, ...payload }))
    },
  }
}

/** A token of now, for a session that lasts as long as the test. */
export async function signIn({ deps, clock }: TestServer, person: SignedIn, app: 'desk' | 'extranet'): Promise<void> {
  const sessions = app === 'desk' ? Prisma.sql`staff_session` : Prisma.sql`contact_session`
  const owner = app === 'desk' ? Prisma.sql`employee_id` : Prisma.sql`contact_id`
  const [session] = await deps.database.reader.rows<{ id: string }>(Prisma.sql`UPDATE ${sessions}
    SET expires_at = 'infinity' WHERE ${owner} = ${person.id}::uuid RETURNING id`)
  if (session === undefined) throw new Error('Somebody is not signed in')
  const token = await deps.tokens.sign(app, { sessionId: session.id, personId: person.id }, clock.now)
  person.headers.cookie = `td-${app}-access=${token}`
}
