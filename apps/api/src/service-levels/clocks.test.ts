import type { Case } from '@timedesk/contracts/cases'
import type { CaseSummary } from '@timedesk/contracts/work-list'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAgreement } from '../../test/build-agreement.ts'
import { openCase, reportCase, send } from '../../test/cases.ts'
import { buildCustomer, NORMAL_PRIORITY_ID, statusId, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { openServiceDesk } from '../../test/service-desk.ts'
import { verifyClocks } from '../../test/verify-clocks.ts'

const CRITICAL_PRIORITY_ID = '00000000-0000-7000-8000-000000000011'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openServiceDesk>>
let agent: SignedIn

beforeAll(async () => {
  server = await startServer()
  server.clock.now = new Date('2026-04-01T12:30:00.000Z')
  desk = await openServiceDesk(server)
  agent = await desk.staff({ name: 'Mette Holm' })
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const show = async (id: string) => (await desk.ask(agent, 'GET', `/cases/${id}`)).json<Case>()
const move = async (id: string, to: keyof typeof statusId, by = agent) => {
  const answer = await desk.ask(by, 'PUT', `/cases/${id}/status`, { statusId: statusId[to] })
  expect(answer.statusCode).toBe(200)
}
const reply = (id: string, by = agent) => desk.ask(by, 'POST', `/cases/${id}/replies`, { body: 'We look into it.' })

test('E20: business hours, Easter and a pause move the due date, and the case shows it', async () => {
  const calendarId = await desk.weekdays()
  const holidays = ['2026-04-02', '2026-04-03', '2026-04-06'].map((day) => ({ day, name: 'Easter' }))
  const kept = await desk.ask(
    desk.administrator,
    'PATCH',
    `/service-calendars/${calendarId}`,
    { holidays },
    { 'if-match': '*' },
  )
  expect(kept.statusCode).toBe(200)
  const { id: customerId } = await buildCustomer(server)
  await desk.promise({ firstResponse: 240, resolution: 960 }, { customerId, calendarId })

  const { id, due } = await openCase(server, agent, { customerId })
  expect(due).toEqual({
    at: '2026-04-07T08:30:00.000Z',
    clock: 'first_response',
    state: 'running',
    share: 0,
    isByHand: false,
  })
  expect(await desk.clock(id, 'resolution')).toMatchObject({ dueAt: '2026-04-08T12:30:00.000Z', target: 960 })

  await desk.at('2026-04-07T06:30:00.000Z')
  await reply(id)
  await desk.at('2026-04-07T10:00:00.000Z')
  await move(id, 'waiting_customer')
  expect((await show(id)).due).toEqual({ at: null, clock: 'resolution', state: 'paused', share: 34, isByHand: false })
  await desk.at('2026-04-08T08:00:00.000Z')
  await move(id, 'open')

  expect((await show(id)).due).toMatchObject({ at: '2026-04-09T10:30:00.000Z', clock: 'resolution', state: 'running' })
  expect(await desk.clock(id, 'first_response')).toMatchObject({
    state: 'stopped',
    result: 'met',
    stoppedBy: { cause: 'staff_reply' },
  })
  const resolution = await desk.clock(id, 'resolution')
  expect(resolution?.segments.map(({ state, minutes, cause, actor }) => [state, minutes, cause, actor.name])).toEqual([
    ['running', 330, 'created', 'Mette Holm'],
    ['paused', 360, 'status', 'Mette Holm'],
    ['running', 0, 'status', 'Mette Holm'],
  ])
})

test('a case without a policy has no clocks, and costs nothing', async () => {
  const { id, due } = await openCase(server, agent, { customerId: (await buildCustomer(server)).id })
  await reply(id)

  expect(due).toBeNull()
  expect(await desk.ledger(id)).toMatchObject({ policy: null, deadline: null, clocks: [] })
  const { rows } = await server.database.pool.query('SELECT 1 FROM case_clock WHERE case_id = $1', [id])
  expect(rows).toEqual([])
})

test('another priority brings other targets from the first beginning on (R77)', async () => {
  const { id: customerId } = await buildCustomer(server)
  const targets = [
    { priorityId: NORMAL_PRIORITY_ID, firstResponse: null, nextResponse: null, resolution: 600 },
    { priorityId: CRITICAL_PRIORITY_ID, firstResponse: null, nextResponse: null, resolution: 120 },
  ]
  await desk.promise({}, { customerId, targets })
  const { id, createdAt } = await openCase(server, agent, { customerId })
  await desk.pass(60)
  await move(id, 'waiting_customer')
  await desk.pass(600)
  await move(id, 'open')

  await desk.ask(agent, 'PATCH', `/cases/${id}`, { priorityId: CRITICAL_PRIORITY_ID })

  const due = new Date(new Date(createdAt).getTime() + (120 + 600) * 60_000).toISOString()
  expect((await show(id)).due).toMatchObject({ at: due, share: 50 })
  expect((await desk.ledger(id)).policy).toMatchObject({ priority: 'Critical', keepsDue: false })
})

test('what was promised may be kept though the priority changes (R77)', async () => {
  const { id: customerId } = await buildCustomer(server)
  const targets = [NORMAL_PRIORITY_ID, CRITICAL_PRIORITY_ID].map((priorityId, place) => ({
    ...{ priorityId, firstResponse: null, nextResponse: 60 - place * 30, resolution: 600 - place * 300 },
  }))
  await desk.promise({}, { customerId, targets })
  const before = await openCase(server, agent, { customerId })

  await desk.ask(agent, 'PATCH', `/cases/${before.id}`, { priorityId: CRITICAL_PRIORITY_ID, keepsDue: true })

  expect((await show(before.id)).due).toEqual(before.due)
  expect((await desk.ledger(before.id)).policy).toMatchObject({ priority: 'Critical', keepsDue: true })
})

test('an agreement’s policy counts for its cases before the customer’s, and says why', async () => {
  const { id: customerId } = await buildCustomer(server)
  const agreement = await buildAgreement(server, { customerId })
  const gold = await desk.promise({ firstResponse: 15 }, { customerId, agreementId: agreement.id })
  const silver = await desk.promise({ firstResponse: 60 }, { customerId })

  const covered = await openCase(server, agent, { customerId })
  const outside = await openCase(server, agent, { customerId, isOutsideContract: true })

  const ledger = await desk.ledger(covered.id)
  expect(ledger.policy).toMatchObject({ name: gold.name, why: 'agreement' })
  expect(ledger.others[0]).toEqual({ id: gold.id, name: gold.name, lostBy: null })
  expect(ledger.others).toContainEqual({ id: silver.id, name: silver.name, lostBy: 'less_specific' })
  expect((await desk.ledger(outside.id)).policy).toMatchObject({ name: silver.name, why: 'customer' })
})

test('a deadline by hand counts instead, with its reason, and can be given back (R81)', async () => {
  const { id: customerId } = await buildCustomer(server)
  await desk.promise({ resolution: 60 }, { customerId })
  const { id, due } = await openCase(server, agent, { customerId })
  const at = new Date(server.clock.now.getTime() + 24 * 60 * 60_000).toISOString()

  const set = await desk.ask(agent, 'PUT', `/cases/${id}/deadline`, { at, reason: 'Agreed with Anna Berg.' })
  expect(set.json()).toMatchObject({ deadline: at, due: { at, clock: 'resolution', isByHand: true } })
  expect((await desk.ledger(id)).deadline).toMatchObject({ at, reason: 'Agreed with Anna Berg.', setBy: 'Mette Holm' })

  const given = await desk.ask(agent, 'PUT', `/cases/${id}/deadline`, { at: null, reason: 'No longer needed.' })
  expect(given.json()).toMatchObject({ deadline: null, due })
  expect(await desk.log(id, ['case.deadline_set'])).toMatchObject([
    { from: null, to: at },
    { from: at, to: null, reason: 'No longer needed.' },
  ])
})

test('a deadline of a case that has ended is refused, and one without a reason', async () => {
  const { id } = await openCase(server, agent, { customerId: (await buildCustomer(server)).id })
  await move(id, 'cancelled')
  const at = '2026-05-01T12:00:00.000Z'

  const ended = await desk.ask(agent, 'PUT', `/cases/${id}/deadline`, { at, reason: 'Late.' })
  const silent = await desk.ask(agent, 'PUT', `/cases/${id}/deadline`, { at, reason: ' ' })

  expect([ended, silent].map((answer) => answer.json<{ code: string }>().code)).toEqual([
    'case_closed',
    'invalid_request',
  ])
})

test('lists sort by what is due, and find what is past or at risk', async () => {
  const { id: customerId } = await buildCustomer(server)
  await desk.promise({ resolution: 400 }, { customerId })
  const late = await openCase(server, agent, { customerId })
  await desk.pass(200)
  const risky = await openCase(server, agent, { customerId })
  await desk.pass(310)
  const fresh = await openCase(server, agent, { customerId })
  const waiting = await openCase(server, agent, { customerId })
  await move(waiting.id, 'waiting_customer')
  const find = async (query: string) =>
    (await desk.ask(agent, 'GET', `/cases?customerId=${customerId}&${query}`)).json<{ data: CaseSummary[] }>().data

  expect((await find('sort=due')).map(({ id, due }) => [id, due?.share])).toEqual([
    [late.id, 127],
    [risky.id, 77],
    [fresh.id, 0],
    [waiting.id, 0],
  ])
  const ids = async (query: string) => (await find(query)).map(({ id }) => id)
  expect(await ids('isBreached=true')).toEqual([late.id])
  expect(await ids('isAtRisk=true')).toEqual([risky.id])
  expect(await ids(`dueBefore=${new Date(server.clock.now.getTime() + 100 * 60_000).toISOString()}&sort=due`)).toEqual([
    late.id,
    risky.id,
  ])
  expect(await ids('isBreached=false&isAtRisk=false&sort=due')).toEqual([fresh.id, waiting.id])
  await desk.work()
})

test('a contact’s case gets its promise right after it was reported, and reads it in plain words', async () => {
  const contact = await desk.contact()
  await desk.promise(
    { firstResponse: 60, resolution: 480 },
    { name: 'Gold for all', customerId: contact.customerId, isShownToCustomers: true },
  )
  const { id } = await reportCase(server, contact)
  await desk.deliver()
  await desk.pass(30)
  await reply(id)
  await move(id, 'waiting_customer')
  await desk.pass(30)
  await send(server, contact, 'POST', `/api/extranet/v1/cases/${id}/replies`, { body: 'Here is the file.' })
  await desk.deliver()

  const answer = await send(server, contact, 'GET', `/api/extranet/v1/cases/${id}/clocks`)

  expect(answer.json()).toMatchObject({
    promise: { name: 'Gold for all', calendar: null },
    clocks: [
      {
        clock: 'first_response',
        state: 'stopped',
        isKept: true,
        target: 60,
        segments: [{ because: 'created', by: 'you' }],
      },
      {
        clock: 'resolution',
        state: 'running',
        isKept: null,
        segments: [
          { state: 'running', because: 'created', by: 'you' },
          { state: 'paused', because: 'waits_for_you', by: 'us' },
          { state: 'running', because: 'you_wrote', by: 'you' },
        ],
      },
    ],
  })
  expect(answer.body).not.toContain('Mette')
  const { stored, recomputed } = await verifyClocks(server.database.reader, [id], server.clock.now)
  expect(stored).toEqual(recomputed)
})

test('of a policy that is not shown a contact reads nothing, but a deadline that was agreed on', async () => {
  const contact = await desk.contact()
  await desk.promise({ firstResponse: 60, resolution: 480 }, { customerId: contact.customerId })
  const { id } = await reportCase(server, contact)
  await desk.deliver()
  const read = async () => (await send(server, contact, 'GET', `/api/extranet/v1/cases/${id}/clocks`)).json<object>()
  expect(await read()).toEqual({ promise: null, clocks: [] })

  const at = new Date(server.clock.now.getTime() + 60 * 60_000).toISOString()
  await desk.ask(agent, 'PUT', `/cases/${id}/deadline`, { at, reason: 'Said on the phone.' })

  expect(await read()).toMatchObject({
    promise: null,
    clocks: [{ clock: 'resolution', dueAt: at, isByHand: true, target: null }],
  })
})
