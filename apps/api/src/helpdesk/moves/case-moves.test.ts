import type { Transition } from '@timedesk/contracts/workflow-definition'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildApiToken } from '../../../test/build-api-token.ts'
import { buildContact, SUPPORT_ACTIVITY_ID, statusId } from '../../../test/factories.ts'
import { reportCase, send } from '../../../test/cases.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openWorkflowDesk, simpleDefinition } from '../../../test/workflow-desk.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openWorkflowDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openWorkflowDesk(server)
})
beforeEach(() => pass(5_000))
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

function pass(ms: number): void {
  server.clock.now = new Date(server.clock.now.getTime() + ms)
}

test('a case offers the moves of its own workflow, each with what it takes', async () => {
  const { id } = await desk.buildCase(
    simpleDefinition({
      'open solved': { requires: ['resolution', 'type', 'product'], gates: ['time_registered', 'checklist_done'] },
      'open cancelled': { who: ['lead'] },
    }),
  )
  await desk.move(id, 'open')

  expect((await desk.read(id)).can).toMatchObject({
    override: false,
    moveTo: [
      { id: statusId.waiting_customer, color: 'yellow', requires: [], gates: [], isReopenExpired: false },
      {
        id: statusId.solved,
        requires: ['resolution', 'product'],
        gates: [
          { gate: 'time_registered', isOpen: false },
          { gate: 'checklist_done', isOpen: true },
        ],
      },
    ],
  })
  const asLead = await desk.read(id, desk.lead)
  expect(asLead.can.override).toBe(true)
  expect(asLead.can.moveTo.map(({ category }) => category)).toEqual(['waiting_customer', 'solved', 'cancelled'])
})

test('a transition is made by whom it is for, and by nobody else', async () => {
  const { id } = await desk.buildCase(
    simpleDefinition({ 'new open': { who: ['lead'] }, 'open solved': { who: ['responsible'] } }),
  )
  const token = await buildApiToken(server, desk.agent, ['cases:read', 'cases:write'])

  for (const by of [desk.agent, token, desk.administrator])
    expect((await desk.move(id, 'open', {}, by)).json()).toMatchObject({ code: 'status_move_refused' })
  expect((await desk.move(id, 'open', {}, desk.lead)).statusCode).toBe(200)
  expect((await desk.move(id, 'solved', {}, desk.lead)).json()).toMatchObject({ code: 'status_move_refused' })

  const holder = { departmentId: (await desk.read(id)).department.id, responsibleId: desk.agent.id }
  await desk.as(desk.agent)('PUT', `/cases/${id}/assignment`, holder)
  expect((await desk.move(id, 'solved')).statusCode).toBe(200)
})

test('what a move requires may come along with it, all in one go or not at all', async () => {
  const requires = ['resolution', 'reason', 'product', 'responsible'] as const
  const { id } = await desk.buildCase(simpleDefinition({ 'new solved': { requires: [...requires] } }))

  const refused = await desk.move(id, 'solved', { fill: { product: 'Ledger' } })
  expect(refused.statusCode).toBe(422)
  expect(refused.json()).toMatchObject({
    code: 'field_required',
    errors: [{ pointer: '/body/resolution' }, { pointer: '/body/reason' }, { pointer: '/body/fill/responsibleId' }],
  })
  expect(await desk.read(id)).toMatchObject({ status: { category: 'new' }, product: null })

  const strange = await desk.move(id, 'solved', { fill: { projectId: desk.agent.id } })
  expect(strange.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/body/fill/projectId' }] })

  const fill = { product: 'Ledger', responsibleId: desk.agent.id }
  const moved = await desk.move(id, 'solved', { reason: 'Done', resolution: 'New driver', fill })
  expect(moved.statusCode, moved.body).toBe(200)
  expect(moved.json()).toMatchObject({
    status: { category: 'solved' },
    resolution: 'New driver',
    product: 'Ledger',
    responsible: { id: desk.agent.id },
  })
})

test('a closed gate holds whoever moves and however; an override is for those who may, and in the log', async () => {
  const { id } = await desk.buildCase(simpleDefinition({ 'new solved': { gates: ['time_registered', 'resolution'] } }))
  const reply = (payload: object, by = desk.agent) =>
    desk.as(by)('POST', `/cases/${id}/replies`, { body: 'Done.', statusId: statusId.solved, ...payload })
  const note = () => desk.as(desk.agent)('POST', `/cases/${id}/notes`, { body: 'Done.', statusId: statusId.solved })

  for (const refused of [await desk.move(id, 'solved'), await note(), await reply({})]) {
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({
      code: 'gate_closed',
      errors: [
        { pointer: '/body/override', code: 'time_registered' },
        { pointer: '/body/override', code: 'resolution' },
      ],
    })
  }
  const override = { reason: 'Agreed with the customer' }
  expect((await reply({ override })).json()).toMatchObject({
    code: 'permission_denied',
    missingPermission: 'workflow:override',
  })

  const posted = await reply({ override, resolution: 'Restarted' }, desk.lead)
  expect(posted.statusCode, posted.body).toBe(201)
  expect((await desk.eventsOf(id)).slice(-4)).toMatchObject([
    { type: 'case.changed' },
    { type: 'reply.posted' },
    { type: 'case.gate_overridden', to: 'Solved', gates: ['time_registered'], reason: override.reason },
    { type: 'case.status_changed', toCategory: 'solved', toId: statusId.solved },
  ])
})

test.for<[string, Partial<Transition>, string]>([
  ['is not theirs', { who: ['lead'] }, 'new'],
  ['requires more', { requires: ['product'] }, 'new'],
  ['has a closed gate', { gates: ['time_registered'] }, 'new'],
  ['asks for nothing', {}, 'open'],
])('a reply by staff where the move to open %s: %j leave the case %s', async ([, terms, category]) => {
  const { id } = await desk.buildCase(simpleDefinition({ 'new open': terms }))
  const posted = await desk.as(desk.agent)('POST', `/cases/${id}/replies`, { body: 'We look into it.' })
  expect(posted.statusCode, posted.body).toBe(201)
  expect(await desk.read(id)).toMatchObject({ status: { category } })
})

test('time that is registered opens its gate', async () => {
  const { id } = await desk.buildCase(simpleDefinition({ 'new solved': { gates: ['time_registered'] } }))
  const time = { minutes: 15, activityTypeId: SUPPORT_ACTIVITY_ID }
  await desk.as(desk.agent)('POST', `/cases/${id}/notes`, { body: 'Looked into it.', time })
  expect((await desk.move(id, 'solved')).statusCode).toBe(200)
})

test.for(['notes', 'replies'])(
  'time that comes with %s opens its gate for the move in the same go',
  async (messages) => {
    const { id } = await desk.buildCase(simpleDefinition({ 'new solved': { gates: ['time_registered'] } }))
    const solved = { body: 'Done.', statusId: statusId.solved }
    const without = await desk.as(desk.agent)('POST', `/cases/${id}/${messages}`, solved)
    expect(without.statusCode).toBe(409)

    const time = { minutes: 15, activityTypeId: SUPPORT_ACTIVITY_ID }
    const sent = await desk.as(desk.agent)('POST', `/cases/${id}/${messages}`, { ...solved, time })

    expect(sent.statusCode).toBe(201)
  },
)

test('a type with another workflow takes the case to the nearest status, and the log says so', async () => {
  const { id } = await desk.buildCase(simpleDefinition())
  await desk.move(id, 'open')
  await desk.move(id, 'waiting_customer')
  const { statusIds, transitions, ...rules } = simpleDefinition()
  const without = (ids: string[]) => !ids.includes(statusId.waiting_customer)
  const { typeId } = await desk.buildFlow({
    ...rules,
    statusIds: statusIds.filter((one) => without([one])),
    transitions: transitions.filter(({ fromId, toId }) => without([fromId, toId])),
  })

  const changed = await desk.as(desk.agent)('PATCH', `/cases/${id}`, { typeId })
  expect(changed.json()).toMatchObject({ status: { category: 'open' } })
  expect((await desk.eventsOf(id)).at(-1)).toMatchObject({
    type: 'case.status_changed',
    fromCategory: 'waiting_customer',
    toCategory: 'open',
    cause: 'type',
  })
})

test('staff takes a closed case up again while its workflow lets it, later by an override alone', async () => {
  const { id } = await desk.buildCase(simpleDefinition({}, { reopenDays: 1 }))
  await desk.move(id, 'solved')
  await desk.move(id, 'closed')
  expect((await desk.read(id)).reopenUntil).toBe(new Date(server.clock.now.getTime() + DAY_MS).toISOString())
  pass(DAY_MS + 1_000)

  const fresh = await openWorkflowDesk(server)
  const refused = await desk.move(id, 'open', {}, fresh.agent)
  expect(refused.statusCode).toBe(409)
  expect(refused.json()).toMatchObject({ code: 'reopen_expired' })
  expect((await desk.read(id, fresh.agent)).can.moveTo).toMatchObject([{ category: 'open', isReopenExpired: true }])
  const moved = await desk.move(id, 'open', { override: { reason: 'By the manager' } }, fresh.lead)
  expect(moved.json()).toMatchObject({ status: { category: 'open' }, reopenedCount: 1 })
  desk = fresh
})

test('what a contact calls solved goes by the workflow too', async () => {
  const contact = await buildContact(server)
  const everybody = ['agent', 'lead', 'contact'] as const
  const { typeId } = await desk.buildFlow(
    simpleDefinition({ 'new solved': { who: [...everybody], gates: ['checklist_done', 'time_registered'] } }),
  )
  const { id, can } = await reportCase(server, contact, { typeId })
  expect(can.solve).toBe(false)
  const solve = () => send(server, contact, 'PUT', `/api/extranet/v1/cases/${id}/solution`)
  expect((await solve()).json()).toMatchObject({ code: 'status_move_refused' })

  const time = { minutes: 15, activityTypeId: SUPPORT_ACTIVITY_ID }
  await desk.as(desk.agent)('POST', `/cases/${id}/notes`, { body: 'Looked into it.', time })
  expect((await solve()).json()).toMatchObject({ status: { name: 'Solved', category: 'solved' } })
})
