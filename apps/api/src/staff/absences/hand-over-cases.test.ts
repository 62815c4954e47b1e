import type { Absence, Handover } from '@timedesk/contracts/absences'
import type { Case } from '@timedesk/contracts/cases'
import { listNotices } from '@timedesk/contracts/notices'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCase, reportCase, send } from '../../../test/cases.ts'
import { deliverAll } from '../../../test/deliver-all.ts'
import { buildDepartment, buildRule, clearDispatch, dispatchesOf } from '../../../test/dispatch-desk.ts'
import { buildContact, buildCustomer, buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'

let server: Awaited<ReturnType<typeof startServer>>
let admin: SignedIn
let first: string
let field: string
let lis: SignedIn
let ole: SignedIn
let eva: SignedIn

beforeAll(async () => {
  server = await startServer()
  admin = await buildEmployee(server, { role: 'administrator' })
})
beforeEach(async () => {
  first = await buildDepartment(server)
  field = await buildDepartment(server)
  lis = await buildEmployee(server, { name: 'Lis Holm', departmentId: first })
  ole = await buildEmployee(server, { name: 'Ole Berg', departmentId: first })
  eva = await buildEmployee(server, { name: 'Eva Lund', departmentId: field })
})
afterEach(() => clearDispatch(server))
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

async function beAway(employee: SignedIn, delegate: SignedIn | null, days = { from: '2026-03-01', to: '2026-03-08' }) {
  const body = { employeeId: employee.id, delegateId: delegate?.id ?? null, ...days }
  const answer = await send(server, admin, 'POST', '/api/v1/absences', body)
  expect(answer.statusCode).toBe(201)
  return answer.json<Absence>().id
}

async function openFor(responsible: SignedIn, departmentId = first): Promise<Case> {
  const { id: customerId } = await buildCustomer(server)
  return openCase(server, admin, { customerId, departmentId, responsibleId: responsible.id })
}

const handover = (method: 'GET' | 'POST', absenceId: string, by = admin) =>
  send(
    server,
    by,
    method,
    `/api/v1/absences/${absenceId}/handover`,
    method === 'POST' ? { comment: 'Until Monday' } : undefined,
  )
const find = async (id: string) => (await send(server, admin, 'GET', `/api/v1/cases/${id}`)).json<Case>()

test('cases go to the delegate, counted before they move, and each log tells for whom', async () => {
  const one = await openFor(lis)
  await openFor(lis)
  const absenceId = await beAway(lis, ole)

  const counts = { delegate: { id: ole.id, name: 'Ole Berg' }, cases: 2, otherDepartment: 0, left: 0 }
  expect((await handover('GET', absenceId)).json<Handover>()).toEqual(counts)
  expect((await find(one.id)).responsible?.id).toBe(lis.id)
  expect((await handover('POST', absenceId)).json<Handover>()).toEqual(counts)

  expect(await find(one.id)).toMatchObject({ responsible: { id: ole.id }, department: { id: first } })
  expect((await dispatchesOf(server, admin, one.id)).at(-1)).toMatchObject({
    rule: 'by_absence',
    insteadOf: 'Lis Holm',
    toResponsible: 'Ole Berg',
    comment: 'Until Monday',
  })
  expect((await handover('POST', absenceId)).json<Handover>().cases).toBe(0)
})

test('a delegate of another department takes the cases there', async () => {
  const one = await openFor(lis)
  const absenceId = await beAway(lis, eva)

  expect((await handover('GET', absenceId)).json()).toMatchObject({ cases: 1, otherDepartment: 1 })
  await handover('POST', absenceId)
  expect(await find(one.id)).toMatchObject({ responsible: { id: eva.id }, department: { id: field } })
})

test('nothing is handed over to nobody, nor when the absence is over, nor by others', async () => {
  await openFor(lis)
  const alone = await beAway(lis, null)
  expect((await handover('GET', alone)).json()).toMatchObject({ delegate: null, cases: 0, left: 1 })
  expect((await handover('POST', alone)).json()).toMatchObject({ code: 'absence_refused' })
  const past = await beAway(ole, eva, { from: '2026-01-05', to: '2026-01-06' })
  expect((await handover('POST', past)).json()).toMatchObject({ code: 'absence_refused' })
  expect((await handover('POST', past, eva)).statusCode).toBe(403)
})

test('before the absence begins, whoever stands in on its first day gets the cases', async () => {
  const one = await openFor(lis)
  const absenceId = await beAway(lis, ole, { from: '2026-04-06', to: '2026-04-10' })
  await beAway(ole, eva, { from: '2026-04-05', to: '2026-04-07' })

  await handover('POST', absenceId)
  expect((await find(one.id)).responsible?.id).toBe(eva.id)
})

test('rules send to the delegate of a delegate, and round robin passes over who is away', async () => {
  const { id: customerId } = await buildCustomer(server)
  await beAway(lis, ole)
  await beAway(ole, eva)
  await buildRule(server, admin, { kind: 'person', employeeId: lis.id, departmentId: null })
  const opened = await openCase(server, admin, { customerId })
  expect(opened).toMatchObject({ responsible: { id: eva.id }, department: { id: field } })
  expect(await dispatchesOf(server, admin, opened.id)).toMatchObject([{ rule: 'by_rule', insteadOf: 'Lis Holm' }])

  await server.database.transact((tx) => tx.dispatchRule.deleteMany())
  await buildRule(server, admin, { kind: 'round_robin', departmentId: first, skillIds: [] })
  expect(await openCase(server, admin, { customerId })).toMatchObject({ responsible: null, department: { id: first } })
})

test('the rule of a type gives a case to the delegate, without any dispatch rule', async () => {
  const typeId = crypto.randomUUID()
  await server.database.transact((tx) =>
    tx.caseType.create({ data: { id: typeId, name: typeId, responsibleId: lis.id } }),
  )
  await beAway(lis, ole)
  const { id: customerId } = await buildCustomer(server)
  const opened = await openCase(server, admin, { customerId, typeId })
  expect(opened.responsible?.id).toBe(ole.id)
  expect(await dispatchesOf(server, admin, opened.id)).toMatchObject([{ rule: 'by_type', insteadOf: 'Lis Holm' }])

  const reported = await reportCase(server, await buildContact(server), { typeId })
  await deliverAll(server)
  expect((await find(reported.id)).responsible?.id).toBe(ole.id)
})

test('what a contact answers to somebody who is away, the delegate hears as well', async () => {
  const contact = await buildContact(server)
  const { id } = await openCase(server, admin, {
    customerId: contact.customerId,
    contactId: contact.id,
    departmentId: first,
    responsibleId: lis.id,
  })
  await beAway(lis, ole)

  await send(server, contact, 'POST', `/api/extranet/v1/cases/${id}/replies`, { body: 'Still broken.' })
  await deliverAll(server)

  const typesOf = async (person: SignedIn) =>
    (await send(server, person, 'GET', listNotices.path))
      .json<{ data: { event: { type: string } }[] }>()
      .data.map(({ event }) => event.type)
  expect(await typesOf(lis)).toEqual(['reply.posted', 'case.dispatched'])
  expect(await typesOf(ole)).toEqual(['reply.posted'])
})
