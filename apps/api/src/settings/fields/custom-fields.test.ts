import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../../test/cases.ts'
import { buildCustomer, buildEmployee, NORMAL_PRIORITY_ID } from '../../../test/factories.ts'
import { openFieldDesk, option } from '../../../test/field-desk.ts'
import { startServer } from '../../../test/harness.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openFieldDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openFieldDesk(server)
})
afterAll(() => server.close())

const codesOf = (body: { code: string; errors?: { pointer: string; code: string }[] }) => [
  body.code,
  ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`),
]

/** A case with a value of a field. */
async function useField(fieldId: string, value: unknown): Promise<void> {
  const agent = await buildEmployee(server)
  await openCase(server, agent, { customerId: (await buildCustomer(server)).id, fields: { [fieldId]: value } })
}

test('a field is created with all it says, comes last, and is read by its version', async () => {
  const typeId = await desk.buildType()
  const [hardware, phone] = [option('Hardware', { labelDa: 'Udstyr' }), option('Phone')]
  const printer = option('Printer', { parentId: hardware.id })
  const first = await desk.buildField({})
  const answer = await desk.send('POST', '/custom-fields', {
    key: 'device',
    name: 'Device',
    nameDa: 'Enhed',
    help: 'On its label.',
    kind: 'tree',
    options: [hardware, printer, phone],
    forContacts: 'editable',
    rules: {
      typeIds: [typeId],
      shownWhen: [
        { field: `field:${first.id}`, op: 'isNotEmpty' },
        { field: 'priority', op: 'is', values: [NORMAL_PRIORITY_ID] },
      ],
      requiredFor: 'solve',
    },
  })
  expect(answer.statusCode).toBe(201)
  const field = answer.json<CustomField>()
  expect(answer.headers.location).toBe(`/api/v1/custom-fields/${field.id}`)
  expect(field).toMatchObject({
    key: 'device',
    nameDa: 'Enhed',
    helpDa: null,
    options: [
      { label: 'Hardware', labelDa: 'Udstyr', parentId: null, isActive: true },
      { label: 'Printer', labelDa: null, parentId: hardware.id },
      { label: 'Phone' },
    ],
    range: null,
    rules: { typeIds: [typeId], requiredWhen: null, requiredFor: 'solve' },
    position: 2,
    isUsed: false,
    isActive: true,
    version: 1,
  })
  expect((await desk.send('GET', `/custom-fields/${field.id}`)).json()).toEqual(field)
  expect(await desk.names('/custom-fields')).toEqual([first.name, 'Device'])
  expect(await desk.eventsOf(field.id)).toEqual([{ setting: 'custom_field', name: 'Device' }])
})

test.for([
  ['a key that is taken', { key: 'device' }, ['conflict', '/body/key taken']],
  ['a choice without options', { kind: 'choice' }, ['invalid_request', '/body/options none']],
  [
    'a branch that stands before its tree',
    { kind: 'tree', options: [option('a', { parentId: newId() })] },
    ['invalid_request', '/body/options/0 parent_behind'],
  ],
  ['a label twice', { kind: 'choice', options: [option('a'), option('A')] }, ['conflict', '/body/options/1 taken']],
  ['a range of a text', { range: { min: 0, max: 1, decimals: 0 } }, ['invalid_request', '/body/range not_wanted']],
  [
    'a range that is none',
    { kind: 'number', range: { min: 2, max: 1, decimals: 0 } },
    ['invalid_request', '/body/range/max before_start'],
  ],
  [
    'a type that is not there',
    { rules: { typeIds: [newId()] } },
    ['reference_refused', '/body/rules/typeIds/0 unusable'],
  ],
  [
    'a field that is not there',
    { rules: { shownWhen: [{ field: `field:${newId()}`, op: 'isEmpty' }] } },
    ['rule_refused', '/body/rules/shownWhen/0/field unknown_field'],
  ],
  [
    'a priority that is not there',
    { rules: { requiredWhen: [{ field: 'priority', op: 'is', values: [newId()] }] } },
    ['rule_refused', '/body/rules/requiredWhen/0/values/0 unknown_priority'],
  ],
] as const)('a field is refused with %s', async ([, given, expected]) => {
  const answer = await desk.send('POST', '/custom-fields', { key: 'another', name: 'Another', kind: 'text', ...given })
  expect(codesOf(answer.json())).toEqual(expected)
})

test('rules that go round in a circle are refused', async () => {
  const a = await desk.buildField({})
  const b = await desk.buildField({ rules: { shownWhen: [{ field: `field:${a.id}`, op: 'is', values: ['x'] }] } })
  const answer = await desk.patch(`/custom-fields/${a.id}`, {
    rules: { shownWhen: [{ field: `field:${b.id}`, op: 'isEmpty' }] },
  })
  expect(codesOf(answer.json())).toEqual(['rule_refused', '/body/rules/shownWhen/0/field circle'])
})

test('a change is told by names, and takes the version that was read', async () => {
  const typeId = await desk.buildType()
  const options = [option('First'), option('Second')]
  const floor = await desk.buildField({ name: 'Floor', kind: 'choice', options })
  const field = await desk.buildField({ name: 'Desk' })
  const path = `/custom-fields/${field.id}`
  const etag = String((await desk.send('GET', path)).headers.etag)
  const rules = {
    typeIds: [typeId],
    shownWhen: [{ field: `field:${floor.id}`, op: 'is', values: options.map(({ id }) => id) }],
    requiredFor: 'always',
  }
  expect((await desk.send('PATCH', path, { rules })).statusCode).toBe(428)
  expect((await desk.send('PATCH', path, { rules, nameDa: 'Bord' }, etag)).json()).toMatchObject({ version: 2 })
  expect((await desk.send('PATCH', path, { name: 'Late' }, etag)).statusCode).toBe(412)
  expect((await desk.patch(path, { nameDa: 'Bord' })).json()).toMatchObject({ version: 2 })
  expect((await desk.eventsOf(field.id)).at(-1)).toEqual({
    setting: 'custom_field',
    name: 'Desk',
    changes: [
      { field: 'nameDa', from: null, to: 'Bord' },
      { field: 'types', from: null, to: typeId },
      { field: 'shownWhen', from: null, to: 'Floor is First | Second' },
      { field: 'requiredFor', from: 'never', to: 'always' },
    ],
  })
})

test('a kind is fixed once a case has a value, until then it is not', async () => {
  const field = await desk.buildField({})
  expect((await desk.patch(`/custom-fields/${field.id}`, { kind: 'number' })).json()).toMatchObject({ kind: 'number' })
  await useField(field.id, 3)
  const answer = await desk.patch(`/custom-fields/${field.id}`, { kind: 'text' })
  expect(codesOf(answer.json())).toEqual(['still_in_use', '/body/kind used'])
  expect((await desk.send('GET', `/custom-fields/${field.id}`)).json()).toMatchObject({ isUsed: true, kind: 'number' })
})

test('a kind that changes while cases are opened fits all of their values', async () => {
  const field = await desk.buildField({})
  const agent = await buildEmployee(server)
  const customerId = (await buildCustomer(server)).id
  const open = (value: unknown) =>
    send(server, agent, 'POST', '/api/v1/cases', {
      subject: 'Broken',
      description: 'It is broken.',
      customerId,
      fields: { [field.id]: value },
    })
  await Promise.all([
    open('text'),
    open(1),
    desk.patch(`/custom-fields/${field.id}`, { kind: 'number' }),
    open('text'),
    open(2),
  ])
  const { kind } = (await desk.send('GET', `/custom-fields/${field.id}`)).json<CustomField>()
  expect((await open(kind === 'number' ? 3 : 'last')).statusCode).toBe(201)
  const { rows } = await server.database.pool.query<{ value: unknown }>(
    'SELECT fields -> $2::text AS value FROM support_case WHERE customer_id = $1',
    [customerId, field.id],
  )
  expect([...new Set(rows.map(({ value }) => typeof value))]).toEqual([kind === 'number' ? 'number' : 'string'])
})

test('an option goes unless it was chosen or rules ask for it; it can always be deactivated', async () => {
  const [chosen, asked, free] = [option('Chosen'), option('Asked'), option('Free')]
  const field = await desk.buildField({ name: 'Floor', kind: 'choice', options: [chosen, asked, free] })
  const path = `/custom-fields/${field.id}`
  await useField(field.id, chosen.id)
  await desk.buildField({
    name: 'Waiting',
    rules: { shownWhen: [{ field: `field:${field.id}`, op: 'is', values: [asked.id] }] },
  })

  const withoutChosen = await desk.patch(path, { options: [asked, free] })
  expect(codesOf(withoutChosen.json())).toEqual(['still_in_use', '/body/options used'])
  const withoutAsked = await desk.patch(path, { options: [chosen, free] })
  expect(withoutAsked.json()).toMatchObject({ code: 'still_in_use', detail: 'The rules of “Waiting” ask for it.' })
  const left = await desk.patch(path, { options: [{ ...chosen, isActive: false }, asked] })
  expect(left.json<CustomField>().options.map(({ label, isActive }) => [label, isActive])).toEqual([
    ['Chosen', false],
    ['Asked', true],
  ])
  expect((await desk.eventsOf(field.id)).at(-1)).toMatchObject({
    changes: [{ field: 'options', from: 'Chosen, Asked, Free', to: '[Chosen], Asked' }],
  })
})

test('what a workflow requires is not deactivated', async () => {
  const field = await desk.buildField({})
  const workflow = { id: newId(), name: 'Repairs' }
  await server.database.transact(async (tx) => {
    const { definition } = await tx.workflowVersion.findFirstOrThrow({ where: { number: 1 } })
    const given = definition as { transitions: { requires: string[] }[] }
    given.transitions[0]?.requires.push(`field:${field.id}`)
    await tx.workflow.create({ data: workflow })
    await tx.workflowVersion.create({
      data: {
        workflowId: workflow.id,
        number: 1,
        name: workflow.name,
        definition: given,
        savedAt: server.clock.now,
        savedByName: 'Mette Holm',
      },
    })
  })
  const answer = await desk.patch(`/custom-fields/${field.id}`, { isActive: false })
  expect(answer.json()).toMatchObject({ code: 'still_in_use', detail: 'The workflow “Repairs” requires it.' })
})

test('the order is given for all of them at once', async () => {
  const listed = (await desk.send('GET', '/custom-fields')).json<{ data: CustomField[] }>().data.map(({ id }) => id)
  const order = listed.toReversed()
  const put = (fieldIds: string[]) =>
    server.app.inject({
      method: 'PUT',
      url: '/api/v1/custom-field-order',
      headers: desk.headers,
      payload: { fieldIds },
    })
  expect((await put(order.slice(1))).json()).toMatchObject({ code: 'reference_refused' })
  expect((await put(order)).json<{ data: CustomField[] }>().data.map(({ id }) => id)).toEqual(order)
  expect((await desk.eventsOf(String(order[0]))).at(-1)).toMatchObject({ changes: [{ field: 'position', to: '1' }] })
})

test('active and inactive fields are listed apart', async () => {
  const field = await desk.buildField({ name: 'Gone' })
  await desk.patch(`/custom-fields/${field.id}`, { isActive: false })
  expect(await desk.names('/custom-fields?isActive=false')).toEqual(['Gone'])
  expect(await desk.names('/custom-fields?isActive=true')).not.toContain('Gone')
})
