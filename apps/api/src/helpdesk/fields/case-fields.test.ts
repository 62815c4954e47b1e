import type { Case } from '@timedesk/contracts/cases'
import type { CaseField, UsedFieldValue } from '@timedesk/contracts/custom-fields'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../../test/cases.ts'
import {
  buildContact,
  buildCustomer,
  buildEmployee,
  NORMAL_PRIORITY_ID,
  type SignedIn,
} from '../../../test/factories.ts'
import { openFieldDesk, option } from '../../../test/field-desk.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { newId } from '../../platform/new-id.ts'

type Refused = { code: string; errors?: { pointer: string; code: string }[] }

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openFieldDesk>>
let agent: SignedIn
let customerId: string

const [hardware, phone] = [option('Hardware', { labelDa: 'Udstyr' }), option('Phone')]
const printer = option('Printer', { parentId: hardware.id, labelDa: 'Skriver' })
let device: CaseField
let count: CaseField
let visit: CaseField
let urgent: CaseField
let person: CaseField

beforeAll(async () => {
  server = await startServer()
  desk = await openFieldDesk(server)
  agent = await buildEmployee(server)
  customerId = (await buildCustomer(server)).id
  device = await desk.buildField({
    name: 'Device',
    kind: 'tree',
    options: [hardware, printer, phone],
    forContacts: 'shown',
  })
  count = await desk.buildField({ name: 'Count', kind: 'number', range: { min: 0, max: 99, decimals: 1 } })
  visit = await desk.buildField({ name: 'Visit', kind: 'date' })
  urgent = await desk.buildField({ name: 'Urgent', kind: 'checkbox' })
  person = await desk.buildField({ name: 'User', kind: 'contact' })
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const open = (fields: object, given: object = {}) => openCase(server, agent, { customerId, fields, ...given })
const create = (payload: object) =>
  send(server, agent, 'POST', '/api/v1/cases', {
    subject: 'Broken',
    description: 'It is broken.',
    customerId,
    ...payload,
  })
const patch = (id: string, payload: object) => send(server, agent, 'PATCH', `/api/v1/cases/${id}`, payload)
const codesOf = ({ code, errors = [] }: Refused) => [code, ...errors.map(({ pointer, code: of }) => `${pointer} ${of}`)]
const changesOf = async (id: string) => {
  const { rows } = await server.database.pool.query<{ payload: object; is_internal: boolean }>(
    `SELECT payload, is_internal FROM event WHERE case_id = $1 AND type = 'case.changed' ORDER BY sequence`,
    [id],
  )
  return rows.map(({ payload, is_internal }) => ({ ...payload, isInternal: is_internal }))
}

test('a case has values of each kind, told with the words they go by', async () => {
  const anna = await buildContact(server, { customerId, name: 'Anna Berg' })
  const fields = {
    [device.id]: printer.id,
    [count.id]: 2.5,
    [visit.id]: '2026-03-09',
    [urgent.id]: true,
    [person.id]: anna.id,
  }
  const created = await open(fields)
  expect(
    created.fields.map(({ name, value, label, labelDa, isShown }) => [name, value, label, labelDa, isShown]),
  ).toEqual([
    ['Device', printer.id, 'Hardware / Printer', 'Udstyr / Skriver', true],
    ['Count', 2.5, '2.5', null, true],
    ['Visit', '2026-03-09', '2026-03-09', null, true],
    ['Urgent', true, 'true', null, true],
    ['User', anna.id, 'Anna Berg', null, true],
  ])
  const none = await open({ [urgent.id]: false, [visit.id]: null, [count.id]: 0 })
  expect(none.fields.map(({ name }) => name)).toEqual(['Count'])
})

test.for([
  ['a field that does not exist', () => ({ [newId()]: 'x' }), 'unknown_field'],
  ['an option that does not exist', () => ({ [device.id]: newId() }), 'unknown_option'],
  ['too many decimals', () => ({ [count.id]: 1.25 }), 'too_many_decimals'],
  ['a day that is none', () => ({ [visit.id]: '2026-02-30' }), 'no_day'],
  ['a stranger', async () => ({ [person.id]: (await buildContact(server)).id }), 'unknown_contact'],
] as const)('a value is refused where it is: %s', async ([, fieldsOf, code]) => {
  const fields = await fieldsOf()
  const pointer = `/body/fields/${String(Object.keys(fields)[0])}`
  const refused = await create({ fields })
  expect(refused.statusCode).toBe(422)
  expect(codesOf(refused.json<Refused>())).toEqual(['field_refused', `${pointer} ${code}`])
  const changed = await patch((await open({})).id, { fields })
  expect(codesOf(changed.json<Refused>())).toEqual(['field_refused', `${pointer} ${code}`])
})

test('a field is required of cases of its types, by its conditions, and when a change brings it about', async () => {
  const above = await desk.buildType()
  const typeId = await desk.buildType(above)
  const serial = await desk.buildField({
    name: 'Serial number',
    rules: {
      typeIds: [above],
      shownWhen: [{ field: `field:${device.id}`, op: 'is', values: [hardware.id] }],
      requiredFor: 'always',
    },
  })
  const [pointer, fields] = [`/body/fields/${serial.id}`, { [device.id]: printer.id }]
  expect((await create({ fields })).statusCode).toBe(201)
  expect((await create({ typeId })).statusCode).toBe(201)
  expect(codesOf((await create({ typeId, fields })).json<Refused>())).toEqual([
    'field_required',
    `${pointer} field_required`,
  ])

  const { id } = await open(fields)
  expect(codesOf((await patch(id, { typeId })).json<Refused>())).toEqual([
    'field_required',
    `${pointer} field_required`,
  ])
  expect((await patch(id, { typeId, fields: { [serial.id]: 'SN-1' } })).statusCode).toBe(200)
  expect((await patch(id, { fields: { [serial.id]: null } })).json<Refused>().code).toBe('field_required')
  // A value that is hidden by a rule is kept.
  const hidden = (await patch(id, { fields: { [device.id]: phone.id } })).json<Case>()
  expect(hidden.fields.find(({ name }) => name === 'Serial number')).toMatchObject({ value: 'SN-1', isShown: false })
  await desk.patch(`/custom-fields/${serial.id}`, { isActive: false })
})

test('an old gap stops no other change', async () => {
  const { id } = await open({})
  const late = await desk.buildField({ rules: { requiredFor: 'always' } })
  expect((await patch(id, { subject: 'Still broken' })).statusCode).toBe(200)
  expect((await patch(id, { fields: { [count.id]: 1 } })).statusCode).toBe(200)
  expect((await create({})).json<Refused>().code).toBe('field_required')
  await desk.patch(`/custom-fields/${late.id}`, { isActive: false })
})

test('the log tells changes by name and label, in the open where contacts see the field', async () => {
  const { id } = await open({ [device.id]: phone.id })
  await patch(id, { fields: { [device.id]: printer.id, [count.id]: 3 }, estimateMinutes: 90 })
  await patch(id, { fields: { [device.id]: printer.id } })
  await patch(id, { fields: { [count.id]: null } })
  expect(await changesOf(id)).toEqual([
    { changes: [{ field: 'Device', from: 'Phone', to: 'Hardware / Printer' }], isPublic: true, isInternal: false },
    {
      changes: [
        { field: 'estimateMinutes', from: null, to: '90' },
        { field: 'Count', from: null, to: '3' },
      ],
      isPublic: false,
      isInternal: true,
    },
    { changes: [{ field: 'Count', from: '3', to: null }], isPublic: false, isInternal: true },
  ])
  const shown = (await send(server, agent, 'GET', `/api/v1/cases/${id}`)).json<Case>()
  expect(shown).toMatchObject({ estimateMinutes: 90, version: 3 })
  expect((await patch(id, { estimateMinutes: null })).json<Case>().estimateMinutes).toBeNull()
})

test('an estimate comes with a new case', async () => {
  expect((await open({}, { estimateMinutes: 240 })).estimateMinutes).toBe(240)
  expect((await create({ estimateMinutes: 0 })).json<Refused>().code).toBe('invalid_request')
})

test('forms get the fields of a type, whose rules ask for no type any more', async () => {
  const [above, other] = [await desk.buildType(), await desk.buildType()]
  const typeId = await desk.buildType(above)
  const own = await desk.buildField({ name: 'Own', rules: { typeIds: [above] } })
  const fieldsOf = async (query: string) => {
    const answer = await send(server, agent, 'GET', `/api/v1/case-fields${query}`)
    return answer.json<{ data: CaseField[] }>().data
  }
  const listed = await fieldsOf(`?typeId=${typeId}`)
  expect(listed.find(({ id }) => id === own.id)?.rules.typeIds).toBeNull()
  expect(listed.map(({ name }) => name)).toContain('Device')
  const namesOf = async (query: string) => (await fieldsOf(query)).map(({ name }) => name)
  expect(await namesOf(`?typeId=${other}`)).not.toContain('Own')
  expect(await namesOf('?typeId=none')).not.toContain('Own')
  expect((await fieldsOf('')).find(({ id }) => id === own.id)?.rules.typeIds).toEqual([above])
  expect((await send(server, agent, 'GET', `/api/v1/case-fields?typeId=${newId()}`)).statusCode).toBe(404)
})

test('the values in use are listed with their labels, the most used first', async () => {
  const place = await desk.buildField({ name: 'Place' })
  const role = await desk.buildField({
    name: 'Colour',
    kind: 'choice',
    options: [option('Red', { labelDa: 'Rød' }), option('Blue')],
  })
  const red = String(role.options[0]?.id)
  for (const value of ['Attic', 'Cellar', 'Cellar']) await open({ [place.id]: value, [role.id]: red })
  const valuesOf = async (id: string, query = '') => {
    const answer = await send(server, agent, 'GET', `/api/v1/case-fields/${id}/values${query}`)
    return answer.json<{ data: UsedFieldValue[] }>().data
  }
  expect(await valuesOf(place.id)).toEqual([
    { value: 'Cellar', label: 'Cellar', labelDa: null, cases: 2 },
    { value: 'Attic', label: 'Attic', labelDa: null, cases: 1 },
  ])
  expect((await valuesOf(place.id, '?search=att')).map(({ value }) => value)).toEqual(['Attic'])
  expect(await valuesOf(role.id, '?search=r%C3%B8')).toEqual([{ value: red, label: 'Red', labelDa: 'Rød', cases: 3 }])
  expect(await valuesOf(role.id, '?search=blue')).toEqual([])
  expect((await send(server, agent, 'GET', `/api/v1/case-fields/${newId()}/values`)).statusCode).toBe(404)
})

test('a priority may ask for a field', async () => {
  const rules = {
    requiredWhen: [{ field: 'priority', op: 'is', values: [NORMAL_PRIORITY_ID] }],
    requiredFor: 'staff_create',
  }
  const field = await desk.buildField({ rules })
  expect((await create({})).json<Refused>().code).toBe('field_required')
  expect((await create({ fields: { [field.id]: 'x' } })).statusCode).toBe(201)
  await desk.patch(`/custom-fields/${field.id}`, { isActive: false })
})
