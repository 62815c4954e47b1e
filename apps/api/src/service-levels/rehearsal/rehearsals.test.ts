import type { Rehearsal } from '@timedesk/contracts/rehearsals'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase } from '../../../test/cases.ts'
import {
  buildCustomer,
  NORMAL_PRIORITY_ID,
  statusId,
  SUPPORT_ACTIVITY_ID,
  type SignedIn,
} from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { openServiceDesk } from '../../../test/service-desk.ts'
import { newId } from '../../platform/new-id.ts'

const STANDARD_WORKFLOW_ID = '00000000-0000-7000-8000-000000000041'
const DAY_MINUTES = 24 * 60

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openServiceDesk>>
let agent: SignedIn

beforeAll(async () => {
  server = await startServer()
  desk = await openServiceDesk(server)
  agent = await desk.staff()
})
afterAll(() => server.close())

const ask = (change: object, days = 1) => desk.ask(desk.administrator, 'POST', '/rehearsals', { days, change })
const rehearse = async (change: object, days = 1): Promise<Rehearsal> => {
  const answer = await ask(change, days)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<Rehearsal>()
}
const figureOf = ({ figures }: Rehearsal, figure: string, clock: string | null) =>
  figures.find((found) => found.figure === figure && found.clock === clock)
const target = (given: object) => ({
  ...{ priorityId: NORMAL_PRIORITY_ID, firstResponse: null, nextResponse: null, resolution: null, ...given },
})
const eventsStored = async () =>
  (await server.database.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM event')).rows[0]?.count

test('a stricter policy tells which deadlines would have come sooner, and which would have been broken', async () => {
  await desk.pass(2 * DAY_MINUTES)
  const { id: customerId, name: customer } = await buildCustomer(server)
  const policy = await desk.promise({ firstResponse: 60 }, { customerId })
  const answered = await openCase(server, agent, { customerId })
  const other = await openCase(server, agent, { customerId: (await buildCustomer(server)).id })
  await desk.pass(30)
  await desk.ask(agent, 'POST', `/cases/${answered.id}/replies`, { body: 'We look into it.' })
  await desk.pass(60)
  const stored = await eventsStored()

  const found = await rehearse({
    kind: 'policy',
    policyId: policy.id,
    policy: { name: policy.name, customerId, targets: [target({ firstResponse: 20 })] },
  })

  const start = new Date(answered.createdAt).getTime()
  const after = (minutes: number) => new Date(start + minutes * 60_000).toISOString()
  expect(found).toMatchObject({ cases: 2, isCut: false, differing: 1 })
  expect(figureOf(found, 'covered', null)).toMatchObject({ asIs: 1, draft: 1 })
  expect(figureOf(found, 'met', 'first_response')).toMatchObject({ asIs: 1, draft: 0 })
  expect(figureOf(found, 'breached', 'first_response')).toMatchObject({ asIs: 0, draft: 1 })
  expect(found.rows).toEqual([
    {
      case: { id: answered.id, number: answered.number, subject: answered.subject },
      customer,
      differences: [
        { what: 'due', clock: 'first_response', cycle: 1, at: null, asIs: after(60), draft: after(20) },
        { what: 'breach', clock: 'first_response', cycle: 1, at: null, asIs: null, draft: after(20) },
      ],
    },
  ])
  expect(await eventsStored()).toBe(stored)
  expect(other.due).toBeNull()
})

test('a new policy tells which cases it would have covered', async () => {
  await desk.pass(2 * DAY_MINUTES)
  const { id: customerId } = await buildCustomer(server)
  await openCase(server, agent, { customerId })
  await openCase(server, agent, { customerId: (await buildCustomer(server)).id })

  const found = await rehearse({
    kind: 'policy',
    policy: { name: 'Gold', customerId, targets: [target({ resolution: 600 })] },
  })

  expect(figureOf(found, 'covered', null)).toMatchObject({ asIs: 0, draft: 1 })
  expect(
    found.rows.map(({ differences }) =>
      differences.map(({ what, draft }) => [what, what === 'policy' ? draft : 'a moment']),
    ),
  ).toEqual([
    [
      ['policy', 'Gold'],
      ['due', 'a moment'],
    ],
  ])
})

test('a calendar that opens later from tomorrow on tells which deadlines would have moved, had it always done so', async () => {
  await desk.at('2026-04-13T07:00:00.000Z')
  const calendarId = await desk.weekdays()
  const { id: customerId } = await buildCustomer(server)
  await desk.promise({ resolution: 60 }, { customerId, calendarId })
  const { id } = await openCase(server, agent, { customerId })
  await desk.pass(30)
  const spans = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '10:00', closesAt: '16:00' }))

  const found = await rehearse({ kind: 'calendar', calendarId, calendar: { spans } })

  expect(found.rows).toMatchObject([
    {
      case: { id },
      differences: [
        { what: 'due', clock: 'resolution', asIs: '2026-04-13T08:00:00.000Z', draft: '2026-04-13T09:00:00.000Z' },
      ],
    },
  ])
})

test('a workflow without a move tells which moves it would have refused', async () => {
  await desk.pass(2 * DAY_MINUTES)
  const { id } = await openCase(server, agent, { customerId: (await buildCustomer(server)).id })
  await desk.ask(agent, 'PUT', `/cases/${id}/status`, { statusId: statusId.open })
  await desk.ask(agent, 'PUT', `/cases/${id}/status`, { statusId: statusId.waiting_third_party })
  const { rows } = await server.database.pool.query<{ definition: { transitions: { toId: string }[] } }>(
    'SELECT definition FROM workflow_version WHERE workflow_id = $1',
    [STANDARD_WORKFLOW_ID],
  )
  const stored = rows[0]?.definition
  const { waiting_third_party: gone } = statusId
  const definition = {
    ...stored,
    statusIds: Object.values(statusId).filter((status) => status !== gone),
    transitions: stored?.transitions.filter((move) => !Object.values(move).includes(gone)),
  }

  const found = await rehearse({ kind: 'workflow', workflowId: STANDARD_WORKFLOW_ID, definition })

  expect(figureOf(found, 'moves_refused', null)).toMatchObject({ asIs: 0, draft: 1 })
  expect(found.rows.map((row) => [row.case.id, row.differences.map(({ asIs, draft }) => [asIs, draft])])).toEqual([
    [id, [[null, 'Open → Waiting for third party']]],
  ])
})

test('a workflow that asks for more tells which moves lacked it', async () => {
  await desk.pass(2 * DAY_MINUTES)
  const { id: customerId } = await buildCustomer(server)
  const [bare, told, timed] = [
    await openCase(server, agent, { customerId }),
    await openCase(server, agent, { customerId }),
    await openCase(server, agent, { customerId }),
  ]
  await desk.ask(agent, 'PATCH', `/cases/${told.id}`, { resolution: 'A new driver.' })
  const time = { minutes: 10, activityTypeId: SUPPORT_ACTIVITY_ID }
  await desk.ask(agent, 'POST', `/cases/${timed.id}/notes`, { body: 'Looked at it.', time })
  await desk.ask(agent, 'PATCH', `/cases/${timed.id}`, { resolution: 'A new driver.' })
  for (const { id } of [bare, told, timed])
    await desk.ask(agent, 'PUT', `/cases/${id}/status`, { statusId: statusId.solved })
  const { rows } = await server.database.pool.query<{
    definition: { transitions: { toId: string; gates: string[] }[] }
  }>('SELECT definition FROM workflow_version WHERE workflow_id = $1', [STANDARD_WORKFLOW_ID])
  const stored = rows[0]?.definition
  const asking = (more: object) => ({
    ...stored,
    transitions: stored?.transitions.map((move) => (move.toId === statusId.solved ? { ...move, ...more } : move)),
  })
  const refusedBy = async (more: object) => {
    const found = await rehearse({ kind: 'workflow', workflowId: STANDARD_WORKFLOW_ID, definition: asking(more) })
    return found.rows.map((row) => row.case.id).toSorted()
  }

  expect(await refusedBy({})).toEqual([])
  expect(await refusedBy({ requires: ['resolution'] })).toEqual([bare.id])
  expect(await refusedBy({ gates: ['time_registered'] })).toEqual([bare.id, told.id].toSorted())
  expect(await refusedBy({ requires: ['reason'] })).toHaveLength(3)
})

test.for([
  [
    'a policy that is not there',
    { kind: 'policy', policyId: newId(), policy: { name: 'x', targets: [] } },
    'not_found',
  ],
  [
    'an unknown priority',
    { kind: 'policy', policy: { name: 'x', targets: [target({ priorityId: newId() })] } },
    'reference_refused',
  ],
  [
    'a workflow that works for nobody',
    {
      kind: 'workflow',
      workflowId: STANDARD_WORKFLOW_ID,
      definition: {
        statusIds: [statusId.new, statusId.open, statusId.solved, statusId.closed],
        transitions: [],
        silence: [],
        reopenDays: null,
      },
    },
    'workflow_refused',
  ],
] as const)('%s is refused', async ([, change, code]) => {
  expect((await ask(change)).json()).toMatchObject({ code })
})
