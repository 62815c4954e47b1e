import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildEmployee, NORMAL_PRIORITY_ID, SUPPORT_DEPARTMENT_ID } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { openSettingsDesk } from '../../test/settings-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openSettingsDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openSettingsDesk(server)
})
afterAll(() => server.close())

test('the company is changed by its version only', async () => {
  const etag = String((await desk.send('GET', '/company')).headers.etag)
  expect((await desk.send('PATCH', '/company', { name: 'Fjordbyte' })).statusCode).toBe(428)
  const changed = await desk.send(
    'PATCH',
    '/company',
    { name: 'Fjordbyte', ratePerHour: { amount: '950', currency: 'DKK' } },
    etag,
  )
  expect(changed.json()).toMatchObject({
    name: 'Fjordbyte',
    ratePerHour: { amount: '950.00', currency: 'DKK' },
    version: 2,
  })
  expect((await desk.send('PATCH', '/company', { name: 'Late' }, etag)).statusCode).toBe(412)

  expect((await desk.send('GET', '/company')).json()).toMatchObject({ name: 'Fjordbyte', version: 2 })
  expect(await desk.eventsOf('00000000-0000-7000-8000-000000000000')).toEqual([
    {
      setting: 'company',
      name: 'Fjordbyte',
      changes: [
        { field: 'name', from: 'My company', to: 'Fjordbyte' },
        { field: 'ratePerHour', from: null, to: '950.00 DKK' },
      ],
    },
  ])
})

test('whether time needs approval is switched for all, and history tells who did', async () => {
  const subject = '00000000-0000-7000-8000-000000000000'
  expect((await desk.send('GET', '/company')).json()).toMatchObject({ approvesTime: false })

  expect((await desk.patch('/company', { approvesTime: true })).json()).toMatchObject({ approvesTime: true })

  expect((await desk.eventsOf(subject)).at(-1)).toMatchObject({
    setting: 'company',
    changes: [{ field: 'approvesTime', from: 'false', to: 'true' }],
  })
  await desk.patch('/company', { approvesTime: false })
})

test.for([
  [{ timeZone: 'Europe/Atlantis' }, 'invalid_request', '/body/timeZone'],
  [{ timeZone: '+01:00' }, 'invalid_request', '/body/timeZone'],
  [{ ratePerHour: { amount: '1', currency: 'EUR' } }, 'invalid_money', '/body/ratePerHour/currency'],
  [{ defaultDepartmentId: NORMAL_PRIORITY_ID }, 'reference_refused', '/body/defaultDepartmentId'],
] as const)('the company refuses %o as %s', async ([change, code, pointer]) => {
  const before = (await desk.send('GET', '/company')).body

  const refused = await desk.patch('/company', change)

  expect(refused.json()).toMatchObject({ code, errors: [{ pointer }] })
  expect((await desk.send('GET', '/company')).body).toBe(before)
})

test('the department that takes what no rule sends elsewhere cannot be deactivated', async () => {
  const { id } = await desk.create('/departments', { name: 'Reception' })
  expect((await desk.patch('/company', { defaultDepartmentId: id })).json()).toMatchObject({
    defaultDepartment: { id },
  })

  expect((await desk.patch(`/departments/${id}`, { isActive: false })).json()).toMatchObject({ code: 'still_in_use' })
  await desk.patch('/company', { defaultDepartmentId: SUPPORT_DEPARTMENT_ID })
  expect((await desk.patch(`/departments/${id}`, { isActive: false })).json()).toMatchObject({ isActive: false })
})

test('case types come in the order of their tree', async () => {
  const question = await desk.create('/case-types', { name: 'Question', position: 20 })
  const error = await desk.create('/case-types', { name: 'Error', position: 10, departmentId: SUPPORT_DEPARTMENT_ID })
  await desk.create('/case-types', { name: 'Printing', parentId: error.id })
  await desk.create('/case-types', { name: 'Invoicing', parentId: error.id })
  await desk.create('/case-types', { name: 'Printing', parentId: question.id })

  expect(await desk.names('/case-types')).toEqual(['Error', 'Printing', 'Invoicing', 'Question', 'Printing'])
  const twice = await desk.send('POST', '/case-types', { name: 'Printing', parentId: error.id })
  expect(twice.json()).toMatchObject({ code: 'conflict', errors: [{ pointer: '/body/name' }] })
  expect(await desk.names('/case-types')).toHaveLength(5)
})

test('a case type moves, but not below itself; clearing its dispatch is a change', async () => {
  const above = await desk.create('/case-types', { name: 'Above', departmentId: SUPPORT_DEPARTMENT_ID })
  const below = await desk.create('/case-types', { name: 'Below', parentId: above.id })

  expect((await desk.patch(`/case-types/${above.id}`, { parentId: below.id })).json()).toMatchObject({
    code: 'tree_cycle',
  })
  expect((await desk.patch(`/case-types/${above.id}`, { departmentId: SUPPORT_DEPARTMENT_ID })).json()).toMatchObject({
    version: 1,
  })
  expect((await desk.patch(`/case-types/${above.id}`, { departmentId: null })).json()).toMatchObject({
    department: null,
    version: 2,
  })
  expect(await desk.eventsOf(above.id)).toEqual([
    { setting: 'case_type', name: 'Above' },
    { setting: 'case_type', name: 'Above', changes: [{ field: 'department', from: 'Support', to: null }] },
  ])
})

test('there is one default priority, and it stays active', async () => {
  const { id } = await desk.create('/priorities', { name: 'Urgent', level: 9 })
  const defaults = async () =>
    (await desk.send('GET', '/priorities'))
      .json<{ data: { name: string; isDefault: boolean }[] }>()
      .data.flatMap((priority) => (priority.isDefault ? [priority.name] : []))
  expect(await defaults()).toEqual(['Normal'])

  expect((await desk.patch(`/priorities/${NORMAL_PRIORITY_ID}`, { isActive: false })).json()).toMatchObject({
    code: 'still_in_use',
  })
  expect((await desk.patch(`/priorities/${id}`, { isDefault: true })).json()).toMatchObject({
    isDefault: true,
    version: 2,
  })

  expect(await defaults()).toEqual(['Urgent'])
  expect((await desk.patch(`/priorities/${NORMAL_PRIORITY_ID}`, { isActive: false })).json()).toMatchObject({
    version: 3,
  })
  expect(await desk.names('/priorities')).toEqual(['Critical', 'High', 'Normal', 'Low', 'Urgent'])
})

test.for([
  [{ name: 'High', level: 50 }, '/body/name'],
  [{ name: 'Higher', level: 2 }, '/body/level'],
] as const)('a priority %o that is taken is refused at its field', async ([payload, pointer]) => {
  const before = await desk.names('/priorities')

  expect((await desk.send('POST', '/priorities', payload)).json()).toMatchObject({
    code: 'conflict',
    errors: [{ pointer }],
  })
  expect(await desk.names('/priorities')).toEqual(before)
})

test('statuses come with the categories that rules bind to', async () => {
  const { data } = (await desk.send('GET', '/case-statuses')).json<{ data: { category: string }[] }>()

  expect(data.map(({ category }) => category)).toEqual([
    'new',
    'open',
    'waiting_customer',
    'waiting_third_party',
    'solved',
    'closed',
    'cancelled',
  ])
})

test('an activity type is billable and last unless said otherwise', async () => {
  const created = await desk.create('/activity-types', { name: 'On site' })
  expect(created).toMatchObject({ isBillable: true, position: 3, version: 1 })

  expect((await desk.patch(`/activity-types/${created.id}`, { name: 'Support' })).json()).toMatchObject({
    code: 'conflict',
  })
  expect((await desk.patch(`/activity-types/${created.id}`, { isBillable: false })).json()).toMatchObject({
    version: 2,
  })
  expect(await desk.names('/activity-types')).toEqual(['Support', 'Internal', 'On site'])
})

test('only administrators change settings', async () => {
  const manager = await buildEmployee(server, { role: 'manager' })
  const refused = await server.app.inject({
    method: 'POST',
    url: '/api/v1/priorities',
    headers: manager.headers,
    payload: { name: 'Mine', level: 77 },
  })

  expect(refused.json()).toMatchObject({ code: 'permission_denied', missingPermission: 'settings:write' })
  expect(await desk.names('/priorities')).not.toContain('Mine')
})
