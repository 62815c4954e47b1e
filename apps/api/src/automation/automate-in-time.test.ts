import { newId } from '../platform/new-id.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { reportCase, send } from '../../test/cases.ts'
import { deliverAll } from '../../test/deliver-all.ts'
import { SUPPORT_DEPARTMENT_ID } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { doneOn, eventsOn, retireRules } from '../../test/rule-desk.ts'
import { openServiceDesk } from '../../test/service-desk.ts'
import { buildRule } from '../../test/texts-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openServiceDesk>>
beforeAll(async () => {
  server = await startServer()
  desk = await openServiceDesk(server)
})
afterEach(() => retireRules(server))
afterAll(() => server.close())

const rule = (name: string, events: string[], given: object = {}) =>
  buildRule(server, desk.administrator, {
    name,
    trigger: { kind: 'event', events },
    actions: [{ kind: 'note', body: name }],
    ...given,
  })

test('warnings and breaches of clocks are answered once each, also when the worker was hours late', async () => {
  await desk.promise({ firstResponse: 60 }, { warnAt: [50] })
  const contact = await desk.contact()
  await rule('Warned', ['clock_warned'])
  await rule('Breached', ['clock_breached'])
  const { id } = await reportCase(server, contact)
  await desk.deliver()
  await desk.pass(180)
  await Promise.all([desk.work(), desk.work()])
  await Promise.all([desk.deliver(), desk.deliver()])
  await desk.work()
  await desk.deliver()
  expect((await doneOn(server, id)).toSorted()).toEqual(['Breached', 'Warned'])
})

test('rules see a contact’s case dispatched, whichever consumer comes first', async () => {
  const departmentId = newId()
  await server.database.transact((tx) => tx.department.create({ data: { id: departmentId, name: 'Printers' } }))
  const type = await send(server, desk.administrator, 'POST', '/api/v1/case-types', { name: 'Printer', departmentId })
  const contact = await desk.contact()
  await rule('Printers', ['case_created'], { conditions: [{ field: 'department', op: 'is', values: [departmentId] }] })
  await rule('Support', ['case_created'], {
    conditions: [{ field: 'department', op: 'is', values: [SUPPORT_DEPARTMENT_ID] }],
  })
  const { id } = await reportCase(server, contact, { typeId: type.json<{ id: string }>().id })
  await deliverAll(server, { arrange: () => Promise.resolve() })
  expect(await doneOn(server, id)).toEqual(['Printers'])
})

test('what a rule did to a new case is left so by who arranges it', async () => {
  const departmentId = newId()
  await server.database.transact((tx) => tx.department.create({ data: { id: departmentId, name: 'Scanners' } }))
  const contact = await desk.contact()
  const actions = [{ kind: 'assignment', departmentId, responsibleId: null }]
  await rule('Elsewhere', ['case_created'], { actions })
  const { id } = await reportCase(server, contact)
  const late = () => Promise.reject(new Error('later'))
  await deliverAll(server, { arrange: late })
  server.clock.now = new Date(server.clock.now.getTime() + 3_600_000)
  await deliverAll(server)
  const dispatched = await eventsOn(server, id, 'case.dispatched')
  expect(dispatched.at(-1)?.payload).toMatchObject({ toDepartment: 'Scanners', ruleName: 'Elsewhere' })
})

test('a type that is changed is answered', async () => {
  const contact = await desk.contact()
  await desk.pass(0)
  const { id } = await reportCase(server, contact)
  const type = await desk.ask(desk.administrator, 'POST', '/case-types', { name: 'Wish' })
  await rule('Typed', ['type_changed'])
  await desk.ask(desk.administrator, 'PATCH', `/cases/${id}`, { typeId: type.json<{ id: string }>().id })
  await desk.deliver()
  expect(await doneOn(server, id)).toEqual(['Typed'])
})
