import type { CaseChecklist, ChecklistTemplate } from '@timedesk/contracts/checklists'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, reportCase, send } from '../../../test/cases.ts'
import { deliverAll } from '../../../test/deliver-all.ts'
import { buildContact, buildCustomer, buildEmployee, statusId, type SignedIn } from '../../../test/factories.ts'
import { openFieldDesk } from '../../../test/field-desk.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { newId } from '../../platform/new-id.ts'
import { arrangeNewCase } from '../arrange-case.ts'
import { isChecklistDone } from './find-checklist.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openFieldDesk>>
let agent: SignedIn
let lead: SignedIn
let customerId: string
let made = 0

beforeAll(async () => {
  server = await startServer()
  desk = await openFieldDesk(server)
  agent = await buildEmployee(server)
  lead = await buildEmployee(server, { role: 'lead', name: 'Mette Holm' })
  customerId = (await buildCustomer(server)).id
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

async function buildTemplate(given: object): Promise<ChecklistTemplate> {
  made += 1
  const answer = await desk.send('POST', '/checklist-templates', { name: `Template ${String(made)}`, ...given })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

/** The checklist of a case, and what somebody does to it. */
async function openChecklist(given: object = {}, by = agent) {
  const { id } = await openCase(server, by, { customerId, ...given })
  const call = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object, who = by) =>
    send(server, who, method, `/api/v1/cases/${id}${path}`, payload)
  const read = async () => (await call('GET', '/checklist')).json<CaseChecklist>()
  return {
    id,
    call,
    read,
    texts: async () => (await read()).data.map(({ text, isRequired }) => (isRequired ? `${text} *` : text)),
    add: async (text: string, isRequired = false) => {
      const { data } = (await call('POST', '/checklist-items', { text, isRequired })).json<CaseChecklist>()
      return `/checklist-items/${String(data.at(-1)?.id)}`
    },
    log: async () => {
      const { rows } = await server.database.pool.query<{ type: string; payload: object }>(
        `SELECT type, payload FROM event WHERE case_id = $1 AND type LIKE 'checklist.%' ORDER BY sequence`,
        [id],
      )
      return rows.map(({ type, payload }) => ({ type, ...payload }))
    },
  }
}

test('a template is created and changed, told by names, and takes the version that was read', async () => {
  const typeId = await desk.buildType()
  const template = await buildTemplate({
    name: 'New workplace',
    items: [{ text: 'Order' }, { text: 'Unpack', isRequired: true }],
    typeIds: [typeId],
  })
  expect(template).toMatchObject({
    items: [
      { text: 'Order', isRequired: false },
      { text: 'Unpack', isRequired: true },
    ],
    types: [{ id: typeId, name: typeId }],
    isActive: true,
    version: 1,
  })
  const path = `/checklist-templates/${template.id}`
  expect((await desk.send('PATCH', path, { name: 'x' })).statusCode).toBe(428)
  const changed = await desk.patch(path, { items: [{ text: 'Order', isRequired: true }], typeIds: [], isActive: false })
  expect(changed.json()).toMatchObject({ items: [{ text: 'Order', isRequired: true }], types: [], version: 2 })
  expect((await desk.patch(path, { name: 'New workplace' })).json()).toMatchObject({ version: 2 })
  expect((await desk.eventsOf(template.id)).at(-1)).toEqual({
    setting: 'checklist_template',
    name: 'New workplace',
    changes: [
      { field: 'items', from: 'Order, Unpack *', to: 'Order *' },
      { field: 'types', from: typeId, to: null },
      { field: 'isActive', from: 'true', to: 'false' },
    ],
  })
  expect(await desk.names('/checklist-templates?isActive=false')).toEqual(['New workplace'])
})

test.for([
  ['a name that is taken', { name: 'New workplace' }, 'conflict'],
  ['a type that is not there', { typeIds: [newId()] }, 'reference_refused'],
  ['no items', { items: [] }, 'invalid_request'],
] as const)('a template is refused with %s', async ([, given, code]) => {
  const answer = await desk.send('POST', '/checklist-templates', { name: 'Another', items: [{ text: 'a' }], ...given })
  expect(answer.json()).toMatchObject({ code })
})

test('a new case gets the checklists of its type and of those above it, at once', async () => {
  const above = await desk.buildType()
  const typeId = await desk.buildType(above)
  await buildTemplate({ items: [{ text: 'Own' }, { text: 'Both' }], typeIds: [typeId], position: 2 })
  await buildTemplate({ name: 'General', items: [{ text: 'Both', isRequired: true }], typeIds: [above], position: 1 })
  const inactive = await buildTemplate({ items: [{ text: 'Old' }], typeIds: [typeId] })
  await desk.patch(`/checklist-templates/${inactive.id}`, { isActive: false })

  const checklist = await openChecklist({ typeId })
  expect(await checklist.texts()).toEqual(['Both *', 'Own'])
  expect((await checklist.log())[0]).toEqual({
    type: 'checklist.applied',
    name: 'General',
    items: 1,
    isAutomatic: true,
  })
  expect(await (await openChecklist()).texts()).toEqual([])
})

test('a contact’s case gets its checklist right after, once, whatever becomes of the items', async () => {
  const typeId = await desk.buildType()
  await buildTemplate({ items: [{ text: 'Call back' }], typeIds: [typeId] })
  const anna = await buildContact(server)
  const { id } = await reportCase(server, anna, { typeId })
  await deliverAll(server)
  const path = `/api/v1/cases/${id}/checklist`
  const { data } = (await send(server, agent, 'GET', path)).json<CaseChecklist>()
  expect(data.map(({ text }) => text)).toEqual(['Call back'])
  await send(server, agent, 'DELETE', `/api/v1/cases/${id}/checklist-items/${String(data[0]?.id)}`)
  const actor = { kind: 'system', id: null, name: 'Test' } as const
  await server.database.transact((tx) =>
    arrangeNewCase(tx, { actor, now: server.clock.now, newId, requestId: null, written: [] }, id),
  )
  expect((await send(server, agent, 'GET', path)).json<CaseChecklist>().data).toEqual([])
})

test('items are added, ticked, changed, ordered and removed, and the log tells each', async () => {
  const checklist = await openChecklist({}, lead)
  const [first, second] = [await checklist.add('First'), await checklist.add('Second', true)]
  expect((await checklist.read()).isDone).toBe(false)
  expect(await isChecklistDone(server.database.reader, checklist.id)).toBe(false)

  const ticked = (await checklist.call('PATCH', second, { isDone: true })).json<CaseChecklist>()
  expect(ticked).toMatchObject({
    isDone: true,
    data: [{ doneAt: null }, { doneAt: server.clock.now.toISOString(), doneByName: 'Mette Holm' }],
  })
  expect(await isChecklistDone(server.database.reader, checklist.id)).toBe(true)
  await checklist.call('PATCH', second, { isDone: false })
  await checklist.call('PATCH', first, { text: 'The first', isRequired: true })
  await checklist.call('PATCH', first, { text: 'The first' })
  const order = [second, first].map((path) => path.replace('/checklist-items/', ''))
  await checklist.call('PUT', '/checklist-order', { itemIds: order })
  expect(await checklist.texts()).toEqual(['Second *', 'The first *'])
  expect((await checklist.call('PUT', '/checklist-order', { itemIds: order.slice(1) })).json()).toMatchObject({
    code: 'reference_refused',
  })
  await checklist.call('DELETE', first)
  expect(await checklist.texts()).toEqual(['Second *'])
  expect(await checklist.log()).toEqual([
    { type: 'checklist.item_added', text: 'First', isRequired: false },
    { type: 'checklist.item_added', text: 'Second', isRequired: true },
    { type: 'checklist.item_ticked', text: 'Second', isDone: true },
    { type: 'checklist.item_ticked', text: 'Second', isDone: false },
    { type: 'checklist.item_changed', text: 'The first', isRequired: true },
    { type: 'checklist.item_removed', text: 'The first' },
  ])
})

test('only who may override gates takes away what a gate waits for', async () => {
  const checklist = await openChecklist()
  const item = await checklist.add('Back up', true)
  expect((await checklist.read()).can).toEqual({ edit: true, loosen: false })
  for (const refused of [
    await checklist.call('PATCH', item, { isRequired: false }),
    await checklist.call('DELETE', item),
  ])
    expect(refused.json()).toMatchObject({ code: 'permission_denied', missingPermission: 'workflow:override' })
  const other = await checklist.add('Restore', true)
  expect((await checklist.call('PATCH', item, { isRequired: false }, lead)).statusCode).toBe(200)
  expect((await checklist.call('DELETE', other, undefined, lead)).statusCode).toBe(200)
})

test('a required item that is done stays one too: a tick is no way round', async () => {
  const checklist = await openChecklist()
  const item = await checklist.add('Back up', true)
  await checklist.call('PATCH', item, { isDone: true })
  for (const refused of [
    await checklist.call('PATCH', item, { isRequired: false }),
    await checklist.call('PATCH', item, { isRequired: false, isDone: false }),
    await checklist.call('DELETE', item),
  ])
    expect(refused.json()).toMatchObject({ code: 'permission_denied', missingPermission: 'workflow:override' })
  expect(await checklist.texts()).toEqual(['Back up *'])
})

test('a template is added to a case without what stands there already', async () => {
  const template = await buildTemplate({ items: [{ text: 'Order' }, { text: 'Unpack' }] })
  const checklist = await openChecklist()
  await checklist.add('Unpack', true)
  const apply = () => checklist.call('POST', '/checklists', { templateId: template.id })
  expect((await apply()).statusCode).toBe(201)
  expect(await checklist.texts()).toEqual(['Unpack *', 'Order'])
  await apply()
  expect(await checklist.texts()).toEqual(['Unpack *', 'Order'])
  await desk.patch(`/checklist-templates/${template.id}`, { isActive: false })
  expect((await apply()).json()).toMatchObject({ code: 'reference_refused' })
})

test('a checklist has an end', async () => {
  const items = Array.from({ length: 60 }, (_, index) => ({ text: `Step ${String(index)}` }))
  const [one, other] = [
    await buildTemplate({ items }),
    await buildTemplate({ items: items.map(({ text }) => ({ text: `${text} b` })) }),
  ]
  const checklist = await openChecklist()
  await checklist.call('POST', '/checklists', { templateId: one.id })
  expect((await checklist.call('POST', '/checklists', { templateId: other.id })).json()).toMatchObject({
    code: 'conflict',
  })
})

test('an ended case keeps its checklist as it is, and another case’s item is not there', async () => {
  const [checklist, other] = [await openChecklist(), await openChecklist()]
  const item = await checklist.add('Step')
  expect((await other.call('PATCH', item, { isDone: true })).statusCode).toBe(404)
  await checklist.call('PUT', '/status', { statusId: statusId.cancelled })
  expect((await checklist.read()).can).toEqual({ edit: false, loosen: false })
  for (const refused of [
    await checklist.call('PATCH', item, { isDone: true }),
    await checklist.call('DELETE', item),
    await checklist.call('POST', '/checklist-items', { text: 'Another' }),
  ])
    expect(refused.json()).toMatchObject({ code: 'case_closed' })
})
