import type { CaseTemplate } from '@timedesk/contracts/case-templates'
import type { CaseChecklist } from '@timedesk/contracts/checklists'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../../test/cases.ts'
import {
  buildCustomer,
  buildEmployee,
  NORMAL_PRIORITY_ID,
  SUPPORT_DEPARTMENT_ID,
  type SignedIn,
} from '../../../test/factories.ts'
import { openFieldDesk, option } from '../../../test/field-desk.ts'
import { startServer } from '../../../test/harness.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openFieldDesk>>
let agent: SignedIn
let made = 0

beforeAll(async () => {
  server = await startServer()
  desk = await openFieldDesk(server)
  agent = await buildEmployee(server, { name: 'Lis Lund' })
})
afterAll(() => server.close())

const post = (given: object) => {
  made += 1
  const own = { name: `Template ${String(made)}`, subject: 'Workplace', description: 'For the new colleague:' }
  return desk.send('POST', '/case-templates', { ...own, ...given })
}
async function buildTemplate(given: object = {}): Promise<CaseTemplate> {
  const answer = await post(given)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

test('a template has all that a new case begins with', async () => {
  const typeId = await desk.buildType()
  const field = await desk.buildField({ name: 'Floor', kind: 'choice', options: [option('First')] })
  const checklist = await desk.create('/checklist-templates', { name: 'Moving in', items: [{ text: 'Order' }] })
  const fields = { [field.id]: field.options[0]?.id }
  const template = await buildTemplate({
    name: 'New employee',
    typeId,
    priorityId: NORMAL_PRIORITY_ID,
    departmentId: SUPPORT_DEPARTMENT_ID,
    responsibleId: agent.id,
    checklistId: checklist.id,
    product: 'Ledger',
    tags: ['onboarding', 'onboarding'],
    fields,
    estimateMinutes: 120,
  })
  expect(template).toMatchObject({
    type: { id: typeId },
    priority: { id: NORMAL_PRIORITY_ID },
    department: { id: SUPPORT_DEPARTMENT_ID },
    responsible: { name: 'Lis Lund' },
    checklist: { name: 'Moving in' },
    product: 'Ledger',
    tags: ['onboarding'],
    fields,
    estimateMinutes: 120,
    isActive: true,
    version: 1,
  })
  expect((await desk.send('GET', `/case-templates/${template.id}`)).json()).toEqual(template)
})

test.for([
  ['a name that is taken', () => ({ name: 'New employee' }), 'conflict', '/body/name'],
  ['a type that is not there', () => ({ typeId: newId() }), 'reference_refused', '/body/typeId'],
  ['a priority that is not there', () => ({ priorityId: newId() }), 'reference_refused', '/body/priorityId'],
  ['a checklist that is not there', () => ({ checklistId: newId() }), 'reference_refused', '/body/checklistId'],
  ['a field that is not there', () => ({ fields: { a: 'x' } }), 'invalid_request', '/body/fields/a'],
] as const)('a template is refused with %s', async ([, givenOf, code, pointer]) => {
  expect((await post(givenOf())).json()).toMatchObject({ code, errors: [{ pointer }] })
})

test('a template fills in what fields can hold, and no contact', async () => {
  const [count, person] = [await desk.buildField({ kind: 'number' }), await desk.buildField({ kind: 'contact' })]
  await desk.buildField({ rules: { requiredFor: 'always' }, name: 'Needed' })
  for (const [id, value] of [
    [count.id, 'many'],
    [person.id, newId()],
    [newId(), 'x'],
  ] as const)
    expect((await post({ fields: { [id]: value } })).json()).toMatchObject({
      code: 'field_refused',
      errors: [{ pointer: `/body/fields/${id}` }],
    })
  const template = await buildTemplate({ fields: { [count.id]: 3 } })
  const changed = await desk.patch(`/case-templates/${template.id}`, { fields: {} })
  expect(changed.json()).toMatchObject({ fields: {}, version: 2 })
})

test('a change is told by names; what was chosen may stay when it is not active any more', async () => {
  const person = await buildEmployee(server, { name: 'Bo Dahl' })
  const field = await desk.buildField({ name: 'Room' })
  const template = await buildTemplate({ responsibleId: person.id })
  const path = `/case-templates/${template.id}`
  await server.database.transact((tx) => tx.employee.update({ where: { id: person.id }, data: { isActive: false } }))
  expect((await desk.send('PATCH', path, { subject: 'x' })).statusCode).toBe(428)
  const changed = await desk.patch(path, {
    responsibleId: person.id,
    product: '',
    fields: { [field.id]: '4.12' },
    estimateMinutes: 30,
  })
  expect(changed.json()).toMatchObject({ responsible: { name: 'Bo Dahl' }, product: null, version: 2 })
  expect((await desk.eventsOf(template.id)).at(-1)).toEqual({
    setting: 'case_template',
    name: template.name,
    changes: [
      { field: 'estimateMinutes', from: null, to: '30' },
      { field: 'Room', from: null, to: '4.12' },
    ],
  })
  await desk.patch(path, { responsibleId: null })
  expect((await desk.patch(path, { responsibleId: person.id })).json()).toMatchObject({ code: 'reference_refused' })
})

test('a case that is begun from a template tells so and has its checklist beside that of its type', async () => {
  const typeId = await desk.buildType()
  const checklist = await desk.create('/checklist-templates', { name: 'By template', items: [{ text: 'Order' }] })
  await desk.create('/checklist-templates', { name: 'By type', items: [{ text: 'Call' }], typeIds: [typeId] })
  const needed = await desk.send('GET', '/custom-fields')
  const ids = needed.json<{ data: { id: string; name: string }[] }>().data.filter(({ name }) => name === 'Needed')
  const fields = Object.fromEntries(ids.map(({ id }) => [id, 'x']))
  const template = await buildTemplate({ checklistId: checklist.id, typeId })
  const customerId = (await buildCustomer(server)).id
  const opened = await openCase(server, agent, { customerId, typeId, fields, templateId: template.id })
  expect(opened.template).toEqual({ id: template.id, name: template.name })
  const listed = await send(server, agent, 'GET', `/api/v1/cases/${opened.id}/checklist`)
  expect(listed.json<CaseChecklist>().data.map(({ text }) => text)).toEqual(['Order', 'Call'])

  await desk.patch(`/case-templates/${template.id}`, { isActive: false })
  const payload = { customerId, subject: 'x', description: 'y', fields, templateId: template.id }
  expect((await send(server, agent, 'POST', '/api/v1/cases', payload)).json()).toMatchObject({
    code: 'reference_refused',
    errors: [{ pointer: '/body/templateId' }],
  })
})

test('an option that a template has chosen is not left out', async () => {
  const options = [option('First'), option('Second')]
  const field = await desk.buildField({ kind: 'choice', options })
  await buildTemplate({ fields: { [field.id]: options[0]?.id } })
  const answer = await desk.patch(`/custom-fields/${field.id}`, { options: options.slice(1) })
  expect(answer.json()).toMatchObject({ code: 'still_in_use' })
  expect((await desk.patch(`/custom-fields/${field.id}`, { kind: 'text', options: [] })).json()).toMatchObject({
    code: 'still_in_use',
  })
})
