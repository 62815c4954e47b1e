import type { CaseStatus } from '@timedesk/contracts/case-settings'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverAll } from '../../../test/deliver-all.ts'
import { buildContact, statusId } from '../../../test/factories.ts'
import { reportCase, send } from '../../../test/cases.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openWorkflowDesk, simpleDefinition, transition } from '../../../test/workflow-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openWorkflowDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openWorkflowDesk(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const patch = (id: string, payload: object) =>
  desk.settings('PATCH', `/case-statuses/${id}`, payload, { 'if-match': '*' })

async function create(payload: object): Promise<CaseStatus> {
  const answer = await desk.settings('POST', '/case-statuses', payload)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json<CaseStatus>()
}

test('a status has a colour, stops the clocks as its category does, and comes last unless told', async () => {
  const parked = await create({ name: 'Parked', category: 'waiting_third_party' })
  expect(parked).toMatchObject({ color: 'gray', pausesClock: true, customerWording: null, position: 8, isActive: true })
  expect(await create({ name: 'Testing', category: 'open', color: 'violet', position: 3 })).toMatchObject({
    color: 'violet',
    pausesClock: false,
    position: 3,
  })
  expect((await desk.settings('POST', '/case-statuses', { name: 'Parked', category: 'open' })).json()).toMatchObject({
    code: 'conflict',
    errors: [{ pointer: '/body/name' }],
  })
  expect((await patch(parked.id, { category: 'open' })).statusCode).toBe(400)
  expect((await patch(parked.id, { pausesClock: false, color: 'pink' })).json()).toMatchObject({
    category: 'waiting_third_party',
    pausesClock: false,
    color: 'pink',
    version: 2,
  })
})

test('one that a workflow has, or a case stands in, stays active', async () => {
  const spare = await create({ name: 'Spare', category: 'open' })
  const { statusIds, transitions, ...rules } = simpleDefinition()
  const [away, back] = [
    transition('open', 'open', { toId: spare.id }),
    transition('open', 'open', { fromId: spare.id }),
  ]
  const wide = { ...rules, statusIds: [...statusIds, spare.id], transitions: [...transitions, away, back] }
  const { id, flow } = await desk.buildCase(wide)
  expect((await patch(spare.id, { isActive: false })).json()).toMatchObject({ code: 'still_in_use' })

  await desk.move(id, 'open')
  await desk.as(desk.agent)('PUT', `/cases/${id}/status`, { statusId: spare.id })
  const moves = [{ fromId: spare.id, toId: statusId.open }]
  expect((await desk.save(flow, simpleDefinition(), { moves })).statusCode).toBe(200)
  expect((await patch(spare.id, { isActive: false })).json()).toMatchObject({ isActive: false })
  const refused = await desk.save(flow, wide)
  expect(refused.json()).toMatchObject({
    errors: [{ pointer: '/body/definition/statusIds/6', code: 'status_unknown' }],
  })
  expect((await desk.settings('GET', '/case-statuses?isActive=false')).json()).toMatchObject({
    data: [{ id: spare.id }],
  })
})

test('the order is given whole', async () => {
  const all = (await desk.settings('GET', '/case-statuses')).json<{ data: CaseStatus[] }>().data
  const order = all.map(({ id }) => id).toReversed()
  const put = (statusIds: string[]) => desk.settings('PUT', '/case-status-order', { statusIds })

  expect((await put(order.slice(1))).json()).toMatchObject({ code: 'reference_refused' })
  expect((await put(order.map(() => statusId.open))).json()).toMatchObject({ code: 'reference_refused' })
  const ordered = (await put(order)).json<{ data: CaseStatus[] }>().data
  expect(ordered.map(({ id, position }) => [id, position])).toEqual(order.map((id, index) => [id, index + 1]))
})

test('customers read the company’s words for a status, or the standard ones, never the staff’s', async () => {
  const contact = await buildContact(server)
  const inner = 'Waiting for Brian to wake up'
  await patch(statusId.waiting_third_party, { name: inner })
  await patch(statusId.open, {
    name: 'In Brian’s queue',
    customerWording: { en: 'Our experts are on it', da: 'Hos eksperterne' },
  })
  const { id, status } = await reportCase(server, contact)
  expect(status).toEqual({ name: 'Received', category: 'new', color: 'blue' })
  server.clock.now = new Date(server.clock.now.getTime() + 60_000)
  await desk.move(id, 'open')
  await desk.move(id, 'waiting_third_party', { reason: 'He sleeps' })

  await deliverAll(server)

  const ask = async (path: string) => (await send(server, contact, 'GET', `/api/extranet/v1${path}`)).body
  const [read, listed, timeline, notices] = await Promise.all([
    ask(`/cases/${id}`),
    ask('/cases'),
    ask(`/cases/${id}/timeline`),
    ask('/me/notices'),
  ])
  for (const answer of [read, listed]) expect(answer).toContain('"name":"Waiting for others"')
  for (const answer of [timeline, notices])
    expect(answer).toContain('"from":"Our experts are on it","to":"Waiting for others"')
  for (const answer of [read, listed, timeline, notices]) expect(answer).not.toContain('Brian')
  expect(timeline).not.toContain('He sleeps')
})
