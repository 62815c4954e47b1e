import type { ConditionMatches, DispatchExplanation, DispatchRule } from '@timedesk/contracts/dispatch-rules'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../test/cases.ts'
import { buildDepartment, buildRule, clearDispatch } from '../../test/dispatch-desk.ts'
import { buildCustomer, buildEmployee, SUPPORT_DEPARTMENT_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let admin: SignedIn

beforeAll(async () => {
  server = await startServer()
  admin = await buildEmployee(server, { role: 'administrator' })
})
afterEach(() => clearDispatch(server))
afterAll(() => server.close())

const queue = { kind: 'queue', departmentId: SUPPORT_DEPARTMENT_ID } as const
const rules = '/api/v1/dispatch-rules'
const create = (body: object) =>
  send(server, admin, 'POST', rules, { name: newId(), conditions: [], target: queue, ...body })

test('a rule is created, read, changed and removed', async () => {
  const { id: customerId, name } = await buildCustomer(server)
  const conditions = [{ field: 'customer', op: 'is', values: [customerId] }] as const
  const rule = await buildRule(server, admin, queue, [{ ...conditions[0], values: [customerId] }], 'Nordlys first')
  expect(rule).toMatchObject({ position: 1, isActive: true, department: { name: 'Support' }, skills: [] })
  expect(rule.names).toEqual([{ id: customerId, name }])

  const url = `${rules}/${rule.id}`
  const changed = await send(server, admin, 'PATCH', url, { isActive: false, conditions: [] }, { 'if-match': '"v1"' })
  expect(changed.json<DispatchRule>()).toMatchObject({ isActive: false, conditions: [], version: 2, target: queue })
  const [event] = await server.database.transact((tx) =>
    tx.event.findMany({ where: { subjectId: rule.id, type: 'setting.changed' } }),
  )
  expect(event?.payload).toMatchObject({
    setting: 'dispatch_rule',
    changes: [
      { field: 'conditions', from: `customer is ${name}`, to: null },
      { field: 'isActive', from: 'true', to: 'false' },
    ],
  })

  expect((await send(server, admin, 'DELETE', url)).statusCode).toBe(204)
  expect((await send(server, admin, 'GET', url)).statusCode).toBe(404)
})

test.for([
  [{ field: 'words', op: 'is', values: ['printer'] }, '/body/conditions/0/op', 'operator_refused'],
  [{ field: 'type', op: 'is', values: ['printing'] }, '/body/conditions/0/values/0', 'value_refused'],
  [{ field: 'type', op: 'is', values: [newId()] }, '/body/conditions/0/values/0', 'unusable'],
  [{ field: `field:${newId()}`, op: 'isEmpty', values: [] }, '/body/conditions/0/field', 'unusable'],
  [{ field: 'hour', op: 'between', values: ['08:00'] }, '/body/conditions/0/values', 'range_refused'],
] as const)('conditions that cannot be asked are refused: %j', async ([condition, pointer, code]) => {
  const answer = await create({ conditions: [condition] })
  expect(answer.json()).toMatchObject({ code: 'rule_refused', errors: [{ pointer, code }] })
})

test('a target has to be there and active', async () => {
  const former = await buildEmployee(server, { isActive: false })
  const targets = [
    { kind: 'queue', departmentId: newId() },
    { kind: 'person', employeeId: former.id },
    { kind: 'skilled', departmentId: SUPPORT_DEPARTMENT_ID, skillIds: [newId()] },
  ]
  for (const target of targets) expect((await create({ target })).json()).toMatchObject({ code: 'reference_refused' })
})

test('rules are put in order, all of them and each once', async () => {
  const [one, two, three] = [
    await buildRule(server, admin, queue),
    await buildRule(server, admin, queue),
    await buildRule(server, admin, queue),
  ]
  const order = (...ruleIds: string[]) => send(server, admin, 'PUT', '/api/v1/dispatch-rule-order', { ruleIds })

  const answer = await order(three.id, one.id, two.id)
  expect(answer.json<{ data: DispatchRule[] }>().data.map(({ id, position }) => [id, position])).toEqual([
    [three.id, 1],
    [one.id, 2],
    [two.id, 3],
  ])
  expect((await order(three.id, one.id)).json()).toMatchObject({ code: 'conflict' })
  expect((await order(three.id, one.id, one.id)).json()).toMatchObject({ code: 'conflict' })
})

test('names are unique', async () => {
  const { name } = await buildRule(server, admin, queue)
  expect((await create({ name })).json()).toMatchObject({ code: 'conflict', errors: [{ pointer: '/body/name' }] })
})

test('a preview counts the cases of the last days that conditions match', async () => {
  const { id: customerId } = await buildCustomer(server)
  const toner = await openCase(server, admin, {
    customerId,
    subject: 'Out of toner',
    description: 'It says **TONER**.',
  })
  await openCase(server, admin, { customerId, subject: 'Screen is black', description: 'No picture.' })
  const preview = async (conditions: object[], days = 90) =>
    (await send(server, admin, 'POST', '/api/v1/condition-previews', { conditions, days })).json<ConditionMatches>()
  const ofCustomer = { field: 'customer', op: 'is', values: [customerId] }

  expect(await preview([ofCustomer])).toMatchObject({ matches: 2, isCut: false })
  const { matches, examples } = await preview([ofCustomer, { field: 'words', op: 'contains', values: ['toner'] }])
  expect(matches).toBe(1)
  expect(examples.map(({ number }) => number)).toEqual([toner.number])

  const threeDaysAgo = new Date(server.clock.now.getTime() - 3 * 24 * 3_600_000)
  await server.database.transact((tx) =>
    tx.supportCase.update({ where: { id: toner.id }, data: { createdAt: threeDaysAgo } }),
  )
  expect(await preview([ofCustomer], 2)).toMatchObject({ matches: 1 })
})

test('an explanation tells which conditions fail and who would get the case, and changes nothing', async () => {
  const field = await buildDepartment(server)
  const { id: customerId } = await buildCustomer(server)
  const { id } = await openCase(server, admin, { customerId, subject: 'Toner', departmentId: SUPPORT_DEPARTMENT_ID })
  await buildRule(server, admin, queue, [
    { field: 'words', op: 'contains', values: ['toner'] },
    { field: 'via', op: 'is', values: ['mail'] },
  ])
  const { name } = await buildRule(server, admin, { kind: 'queue', departmentId: field })

  const explained = (await send(server, admin, 'GET', `/api/v1/cases/${id}/dispatch`)).json<DispatchExplanation>()

  expect(explained.rules.map(({ matches, failed }) => [matches, failed])).toEqual([
    [false, [1]],
    [true, []],
  ])
  expect(explained).toMatchObject({ rule: 'by_rule', ruleName: name, department: { id: field }, responsible: null })
  const { department } = (await send(server, admin, 'GET', `/api/v1/cases/${id}`)).json<{
    department: { id: string }
  }>()
  expect(department.id).toBe(SUPPORT_DEPARTMENT_ID)
  expect((await send(server, admin, 'GET', `/api/v1/cases/${newId()}/dispatch`)).statusCode).toBe(404)
})
