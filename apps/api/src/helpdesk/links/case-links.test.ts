import type { CaseLinks } from '@timedesk/contracts/case-links'
import type { ExtranetCase } from '@timedesk/contracts/extranet-cases'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildContact, buildCustomer } from '../../../test/factories.ts'
import { openCase, reportCase, send } from '../../../test/cases.ts'
import { openFieldDesk } from '../../../test/field-desk.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openWorkflowDesk, simpleDefinition } from '../../../test/workflow-desk.ts'
import { newId } from '../../platform/new-id.ts'

const HOUR_MS = 60 * 60 * 1000

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openWorkflowDesk>>
let customerId: string

beforeAll(async () => {
  server = await startServer()
  desk = await openWorkflowDesk(server)
})
beforeEach(async () => {
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
  customerId = (await buildCustomer(server)).id
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const open = (given: object = {}) => openCase(server, desk.agent, { customerId, ...given })
const put = (id: string, parentId: string | null) => desk.as(desk.agent)('PUT', `/cases/${id}/parent`, { parentId })
const linksOf = async (id: string) => (await desk.as(desk.agent)('GET', `/cases/${id}/links`)).json<CaseLinks>()
const ids = (cases: readonly { id: string }[]) => cases.map(({ id }) => id)

test('a case hangs below one other, and both logs tell when it comes and goes', async () => {
  const [parent, other, child] = [await open(), await open(), await open()]
  expect((await put(child.id, parent.id)).json()).toMatchObject({
    parent: { id: parent.id, number: parent.number, subject: parent.subject, status: { category: 'new' } },
  })
  expect(ids((await linksOf(parent.id)).children)).toEqual([child.id])

  await put(child.id, other.id)
  expect([(await linksOf(parent.id)).children, ids((await linksOf(other.id)).children)]).toEqual([[], [child.id]])
  await put(child.id, null)
  expect(await linksOf(child.id)).toMatchObject({ parent: null, children: [], follows: null, followUps: [] })
  const told = async (id: string) => (await desk.eventsOf(id)).filter(({ type }) => type.includes('linked'))
  expect(await told(parent.id)).toMatchObject([
    { type: 'case.linked', kind: 'parent', role: 'child', number: child.number },
    { type: 'case.unlinked', role: 'child' },
  ])
  expect((await told(child.id)).map(({ type }) => type)).toEqual([
    'case.linked',
    'case.unlinked',
    'case.linked',
    'case.unlinked',
  ])
})

test('no case hangs below itself, however far up, nor below one that does not exist', async () => {
  const [one, two, three] = [await open(), await open(), await open()]
  await put(two.id, one.id)
  await put(three.id, two.id)
  for (const [id, parentId] of [
    [one.id, one.id],
    [one.id, three.id],
  ] as const)
    expect((await put(id, parentId)).json()).toMatchObject({ code: 'tree_cycle' })
  expect((await put(one.id, newId())).json()).toMatchObject({ code: 'reference_refused' })

  const both = await Promise.all([put(one.id, three.id), put(three.id, null)])
  expect(both.every(({ statusCode }) => statusCode === 200 || statusCode === 409)).toBe(true)
  expect((await linksOf(one.id)).parent === null || (await linksOf(three.id)).parent === null).toBe(true)
})

test('a gate may hold a case open until those below it are solved', async () => {
  const { id } = await desk.buildCase(simpleDefinition({ 'new solved': { gates: ['children_closed'] } }))
  const child = await open()
  await put(child.id, id)
  expect((await desk.move(id, 'solved')).json()).toMatchObject({ code: 'gate_closed' })
  await desk.move(child.id, 'solved')
  expect((await desk.move(id, 'solved')).statusCode).toBe(200)
})

test('a new case follows a closed one of the same customer', async () => {
  const earlier = await open()
  const payload = { customerId, subject: 'Again', description: 'It is back.', followsId: earlier.id }
  const create = (changes: object = {}) => desk.as(desk.agent)('POST', '/cases', { ...payload, ...changes })
  expect((await create()).json()).toMatchObject({ code: 'link_refused' })

  await desk.move(earlier.id, 'cancelled')
  const { id: strangerId } = await buildCustomer(server)
  expect((await create({ customerId: strangerId })).json()).toMatchObject({ code: 'reference_refused' })
  const later = (await create()).json<{ id: string }>()
  expect((await linksOf(later.id)).follows).toMatchObject({ id: earlier.id })
  expect(ids((await linksOf(earlier.id)).followUps)).toEqual([later.id])
})

test('a contact answers a closed case while it may be reopened, and goes on with a new one after that', async () => {
  const contact = await buildContact(server, { customerId })
  const { typeId } = await desk.buildFlow(simpleDefinition({}, { reopenDays: 0 }))
  const { id, subject } = await reportCase(server, contact, { typeId, product: 'Ledger' })
  const ask = (method: 'GET' | 'POST', path: string, payload?: object) =>
    send(server, contact, method, `/api/extranet/v1/cases/${path}`, payload)
  const followUp = () => ask('POST', `${id}/follow-ups`, { description: 'It is back.' })
  expect((await followUp()).json()).toMatchObject({ code: 'link_refused' })

  await desk.move(id, 'solved')
  await desk.move(id, 'closed')
  expect((await ask('GET', id)).json<ExtranetCase>()).toMatchObject({
    reopenUntil: server.clock.now.toISOString(),
    can: { reply: true, reopen: true, followUp: false },
  })
  expect((await followUp()).json()).toMatchObject({ code: 'link_refused' })
  const answered = await ask('POST', `${id}/replies`, { body: 'It is not closed.' })
  expect(answered.statusCode, answered.body).toBe(201)
  expect(await desk.read(id)).toMatchObject({ status: { category: 'open' }, reopenedCount: 1, closedAt: null })

  const rules = { typeIds: [typeId], requiredFor: 'contact_create' }
  await (await openFieldDesk(server)).buildField({ forContacts: 'editable', rules })
  await desk.move(id, 'solved')
  await desk.move(id, 'closed')
  server.clock.now = new Date(server.clock.now.getTime() + HOUR_MS / 60)
  expect((await ask('GET', id)).json<ExtranetCase>().can).toEqual({
    reply: false,
    solve: false,
    reopen: false,
    followUp: true,
  })
  expect((await ask('POST', `${id}/replies`, { body: 'It is back.' })).json()).toMatchObject({ code: 'reopen_expired' })
  const created = await followUp()
  expect(created.statusCode, created.body).toBe(201)
  expect(created.json()).toMatchObject({ subject, product: 'Ledger', type: { id: typeId }, follows: { id } })
  expect((await ask('GET', id)).json<ExtranetCase>().followUps).toMatchObject([{ id: created.json<ExtranetCase>().id }])
})

test('a contact sees no link to a case that is not theirs to see', async () => {
  const [contact, colleague] = [await buildContact(server, { customerId }), await buildContact(server, { customerId })]
  const { id } = await reportCase(server, colleague)
  await desk.move(id, 'cancelled')
  const later = await open({ contactId: contact.id, followsId: id })
  const seen = (await send(server, contact, 'GET', `/api/extranet/v1/cases/${later.id}`)).json<ExtranetCase>()
  expect([seen.id, seen.follows]).toEqual([later.id, null])
})
