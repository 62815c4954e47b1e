import type { ExtranetCase } from '@timedesk/contracts/extranet-cases'
import type { Transition } from '@timedesk/contracts/workflow-definition'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { deliverAll } from '../../../test/deliver-all.ts'
import { buildContact, statusId } from '../../../test/factories.ts'
import { reportCase, send } from '../../../test/cases.ts'
import { signIn } from '../../../test/service-desk.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openWorkflowDesk, simpleDefinition } from '../../../test/workflow-desk.ts'
import { workSilence } from './work-silence.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const silence = [{ statusId: statusId.solved, warnAfterDays: 7, moveAfterDays: 10, toId: statusId.closed }]

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openWorkflowDesk>>
let contact: Awaited<ReturnType<typeof buildContact>>
let id: string

beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  desk = await openWorkflowDesk(server)
  contact = await buildContact(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

/** A case of the contact that is solved, by a workflow that closes after ten silent days with a warning after seven. */
async function solve(definition = simpleDefinition({}, { silence })): Promise<void> {
  const { typeId } = await desk.buildFlow(definition)
  id = (await reportCase(server, contact, { typeId })).id
  expect((await desk.move(id, 'solved')).statusCode).toBe(200)
}

/** Lets days go by, with everybody staying signed in, and the job run at the end of each. */
async function pass(days: number, runs = true): Promise<void> {
  for (let passed = 0; passed < days; passed += 1) {
    server.clock.now = new Date(server.clock.now.getTime() + DAY_MS)
    if (runs) await work()
  }
  for (const person of [desk.agent, desk.administrator]) await signIn(server, person, 'desk')
  await signIn(server, contact, 'extranet')
}

const work = () => workSilence(server.deps, server.clock.now)
const asContact = async () => (await send(server, contact, 'GET', `/api/extranet/v1/cases/${id}`)).json<ExtranetCase>()
const told = async () =>
  (await desk.eventsOf(id)).filter(({ type, ...event }) => type === 'case.close_warned' || 'cause' in event)

test('a silent case is warned of once, and moves when the contact had its days to answer', async () => {
  await solve()
  const since = server.clock.now.getTime()
  const at = (day: number) => new Date(since + day * DAY_MS).toISOString()
  expect((await desk.read(id)).silence).toEqual({
    warnsAt: at(7),
    movesAt: at(10),
    to: { id: statusId.closed, name: 'Closed', category: 'closed', color: 'gray' },
  })
  expect((await asContact()).movesAt).toBeNull()

  await pass(6)
  expect(await told()).toEqual([])
  await pass(1)
  await Promise.all([work(), work(), work()])
  expect(await told()).toMatchObject([{ type: 'case.close_warned', movesAt: at(10), toCategory: 'closed' }])
  expect((await asContact()).movesAt).toBe(at(10))
  await pass(2)
  expect(await desk.read(id)).toMatchObject({ status: { category: 'solved' }, silence: { warnsAt: null } })
  await pass(1)
  await Promise.all([work(), work()])
  expect(await told()).toMatchObject([{ type: 'case.close_warned' }, { toCategory: 'closed', cause: 'silence' }])
  expect(await desk.read(id)).toMatchObject({ status: { category: 'closed' }, closedAt: at(10), silence: null })
})

test('the contact is told by mail and in the extranet, in words for customers', async () => {
  await solve()
  await deliverAll(server)
  await pass(7)
  await deliverAll(server)
  const { rows } = await server.database.pool.query<{ text: string }>(
    `SELECT text FROM mail WHERE kind = 'case.close_warned' AND to_address = $1`,
    [`${contact.id}@customer.test`],
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.text).toMatch(/Without an answer from you the case closes by itself on \w+ \d+, 2026/u)
  const timeline = await send(server, contact, 'GET', `/api/extranet/v1/cases/${id}/timeline?order=desc&limit=1`)
  expect(timeline.json()).toMatchObject({ data: [{ event: { type: 'case.close_warned', to: 'Closed' } }] })
})

test('a worker that was down warns first, and gives the same days to answer', async () => {
  await solve()
  await pass(30, false)
  await work()
  await work()
  expect(await told()).toMatchObject([{ type: 'case.close_warned' }])
  await pass(2)
  expect(await told()).toHaveLength(1)
  await pass(1)
  expect(await told()).toMatchObject([{ type: 'case.close_warned' }, { toCategory: 'closed' }])
})

test('whatever is said begins the silence anew, also after the warning', async () => {
  await solve()
  await pass(8)
  const reply = await send(server, desk.agent, 'POST', `/api/v1/cases/${id}/replies`, { body: 'Is it fine now?' })
  expect(reply.statusCode, reply.body).toBe(201)
  await pass(6)
  expect(await told()).toHaveLength(1)
  await pass(1)
  expect(await told()).toMatchObject([{ type: 'case.close_warned' }, { type: 'case.close_warned' }])

  const answered = await send(server, contact, 'POST', `/api/extranet/v1/cases/${id}/replies`, { body: 'No!' })
  expect(answered.statusCode, answered.body).toBe(201)
  await pass(20)
  expect(await desk.read(id)).toMatchObject({ status: { category: 'open' }, silence: null })
})

test.for<[string, Partial<Transition>]>([
  ['has a closed gate', { gates: ['resolution'] }],
  ['requires a field', { requires: ['resolution'] }],
])('nobody is warned of a move that %s, nor promised it, until it may come', async ([, terms]) => {
  await solve(simpleDefinition({ 'solved closed': terms }, { silence }))
  const held = id
  await solve()
  await pass(10)
  expect(await desk.read(id)).toMatchObject({ status: { category: 'closed' } })
  id = held
  expect(await desk.read(held)).toMatchObject({ status: { category: 'solved' }, silence: null })
  expect((await asContact()).movesAt).toBeNull()
  expect(await told()).toEqual([])

  await server.database.pool.query(`UPDATE support_case SET resolution = 'New driver' WHERE id = $1`, [held])
  await work()
  expect(await told()).toMatchObject([{ type: 'case.close_warned' }])
  expect((await desk.read(held)).silence).toMatchObject({ warnsAt: null })
  await pass(2)
  expect(await told()).toHaveLength(1)
  await pass(1)
  expect(await desk.read(held)).toMatchObject({ status: { category: 'closed' } })
})

test('a gate that closes after the warning holds the move, and what was promised', async () => {
  await solve(simpleDefinition({ 'solved closed': { gates: ['checklist_done'] } }, { silence }))
  await pass(8)
  expect((await asContact()).movesAt).not.toBeNull()
  const added = await desk.as(desk.agent)('POST', `/cases/${id}/checklist-items`, { text: 'Test', isRequired: true })
  expect(added.statusCode, added.body).toBe(201)
  await pass(5)
  expect((await asContact()).movesAt).toBeNull()
  expect(await desk.read(id)).toMatchObject({ status: { category: 'solved' }, silence: null })
})

test('a worker that dies between two cases leaves each of them whole', async () => {
  await solve()
  const first = id
  await solve()
  server.clock.now = new Date(server.clock.now.getTime() + 7 * DAY_MS)
  let commits = 0
  const dying = {
    ...server.deps,
    signals: {
      ...server.deps.signals,
      publish: () => {
        commits += 1
        throw new Error('killed')
      },
    },
  }
  await expect(workSilence(dying, server.clock.now)).rejects.toThrow('silent cases')
  expect(commits).toBeGreaterThan(0)
  await work()
  for (const one of [first, id])
    expect((await desk.eventsOf(one)).filter(({ type }) => type === 'case.close_warned')).toHaveLength(1)
})
