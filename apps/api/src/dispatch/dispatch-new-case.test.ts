import type { Case } from '@timedesk/contracts/cases'
import type { DispatchTarget } from '@timedesk/contracts/dispatch-rules'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openCase, reportCase, send } from '../../test/cases.ts'
import { deliverAll } from '../../test/deliver-all.ts'
import { buildDepartment, buildPeople, buildRule, clearDispatch, dispatchesOf } from '../../test/dispatch-desk.ts'
import {
  buildContact,
  buildCustomer,
  buildEmployee,
  SUPPORT_DEPARTMENT_ID,
  type SignedIn,
} from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { newId } from '../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let admin: SignedIn

beforeAll(async () => {
  server = await startServer()
  admin = await buildEmployee(server, { role: 'administrator' })
})
afterEach(() => clearDispatch(server))
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

/** Of the test server. */
const CONNECTIONS = 8

const open = async (given: Record<string, unknown> = {}) =>
  openCase(server, admin, { customerId: (await buildCustomer(server)).id, ...given })
/** As many at once as the server has connections; who waits for one of those waits for nobody's decision. */
async function openAtOnce(count: number, given: Record<string, unknown> = {}): Promise<Case[]> {
  const opened: Case[] = []
  let left = count
  const openSome = async () => {
    while (left-- > 0) opened.push(await open(given))
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, openSome))
  return opened
}
const among = (kind: 'round_robin' | 'least_loaded', departmentId: string): DispatchTarget => ({
  kind,
  departmentId,
  skillIds: [],
})
const find = async (id: string) => (await send(server, admin, 'GET', `/api/v1/cases/${id}`)).json<Case>()

test('the first rule that matches sends a new case, and the log names it', async () => {
  const field = await buildDepartment(server)
  await buildRule(server, admin, { kind: 'queue', departmentId: SUPPORT_DEPARTMENT_ID }, [
    { field: 'words', op: 'contains', values: ['screen'] },
  ])
  const rule = await buildRule(server, admin, { kind: 'queue', departmentId: field }, [
    { field: 'words', op: 'contains', values: ['PRINTING STOPS'] },
    { field: 'via', op: 'is', values: ['desk'] },
  ])

  const opened = await open()

  expect(opened).toMatchObject({ department: { id: field }, responsible: null })
  const told = await dispatchesOf(server, admin, opened.id)
  expect(told).toMatchObject([{ rule: 'by_rule', ruleName: rule.name, fromDepartment: null, toDepartmentId: field }])
})

test('what the creator chose goes before the rules', async () => {
  const field = await buildDepartment(server)
  await buildRule(server, admin, { kind: 'queue', departmentId: field })

  const opened = await open({ departmentId: SUPPORT_DEPARTMENT_ID })

  expect(opened.department.id).toBe(SUPPORT_DEPARTMENT_ID)
  expect(await dispatchesOf(server, admin, opened.id)).toMatchObject([{ rule: 'by_hand' }])
})

test('a rule may ask for the department where the case would go without it; nobody has it yet', async () => {
  const field = await buildDepartment(server)
  const typeId = newId()
  await server.database.transact((tx) =>
    tx.caseType.create({ data: { id: typeId, name: typeId, responsibleId: admin.id } }),
  )
  await buildRule(server, admin, { kind: 'queue', departmentId: field }, [
    { field: 'department', op: 'is', values: [SUPPORT_DEPARTMENT_ID] },
    { field: 'responsible', op: 'isEmpty', values: [] },
  ])
  expect(await open({ typeId })).toMatchObject({ department: { id: field }, responsible: null })
})

test('32 cases at once by round robin differ by one at most', async () => {
  const team = await buildDepartment(server)
  const people = await buildPeople(server, team, 5)
  await buildRule(server, admin, among('round_robin', team))
  const { id: customerId } = await buildCustomer(server)

  const opened = await openAtOnce(32, { customerId })

  const counts = people.map(({ id }) => opened.filter(({ responsible }) => responsible?.id === id).length)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(32)
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
})

test('cases at once go to who has least to do, counting those that others are getting', async () => {
  const team = await buildDepartment(server)
  const people = await buildPeople(server, team, 4)
  await open({ responsibleId: people[0]?.id, departmentId: team, estimateMinutes: 600 })
  await buildRule(server, admin, among('least_loaded', team))

  const opened = await openAtOnce(15)

  const counts = people.map(({ id }) => opened.filter(({ responsible }) => responsible?.id === id).length)
  expect(counts).toEqual([0, 5, 5, 5])
})

test('load is what remains: registered time lightens it', async () => {
  const team = await buildDepartment(server)
  const [lis, ole] = await buildPeople(server, team, 2)
  const big = await open({ responsibleId: lis?.id, departmentId: team, estimateMinutes: 120 })
  await open({ responsibleId: ole?.id, departmentId: team, estimateMinutes: 60 })
  await buildRule(server, admin, among('least_loaded', team))
  await send(server, admin, 'POST', '/api/v1/time-entries', {
    caseId: big.id,
    minutes: 90,
    activityTypeId: '00000000-0000-7000-8000-000000000021',
  })

  expect((await open()).responsible?.id).toBe(lis?.id)
})

test('a case from the extranet is dispatched by the rules right after it, once', async () => {
  const team = await buildDepartment(server)
  await buildPeople(server, team, 3)
  const rule = await buildRule(server, admin, among('round_robin', team), [
    { field: 'via', op: 'is', values: ['extranet'] },
  ])
  const { id } = await reportCase(server, await buildContact(server))

  await deliverAll(server)
  await server.database.reader.rows(Prisma.sql`UPDATE event_delivery SET state = 'waiting'`)
  await deliverAll(server)

  const told = await dispatchesOf(server, admin, id)
  expect(told.map(({ rule: by, ruleName }) => [by, ruleName])).toEqual([
    ['by_default', undefined],
    ['by_rule', rule.name],
  ])
  expect((await find(id)).responsible?.id).toBe(told[1]?.toResponsibleId)
})

test('what somebody has taken by hand meanwhile, the rules leave alone', async () => {
  const field = await buildDepartment(server)
  await buildRule(server, admin, { kind: 'queue', departmentId: field })
  const { id } = await reportCase(server, await buildContact(server))
  const to = { departmentId: SUPPORT_DEPARTMENT_ID, responsibleId: admin.id }
  await send(server, admin, 'PUT', `/api/v1/cases/${id}/assignment`, to)

  await deliverAll(server)

  expect(await find(id)).toMatchObject({ department: { id: SUPPORT_DEPARTMENT_ID }, responsible: { id: admin.id } })
})

test('a case can be dispatched anew by the rules, until it is over', async () => {
  const opened = await open()
  const field = await buildDepartment(server)
  const rule = await buildRule(server, admin, { kind: 'queue', departmentId: field })

  const answer = await send(server, admin, 'POST', `/api/v1/cases/${opened.id}/dispatch`)
  expect(answer.json<Case>().department.id).toBe(field)
  expect((await dispatchesOf(server, admin, opened.id)).at(-1)).toMatchObject({ rule: 'by_rule', ruleName: rule.name })

  const statusId = '00000000-0000-7000-8000-000000000007'
  await send(server, admin, 'PUT', `/api/v1/cases/${opened.id}/status`, { statusId })
  const refused = await send(server, admin, 'POST', `/api/v1/cases/${opened.id}/dispatch`)
  expect(refused.json()).toMatchObject({ code: 'case_closed' })
})

test('by skill the one who knows best gets it, and without anybody the queue', async () => {
  const team = await buildDepartment(server)
  const [lis, ole] = await buildPeople(server, team, 2)
  const skillId = newId()
  await server.database.transact((tx) => tx.skill.create({ data: { id: skillId, name: skillId } }))
  await buildRule(server, admin, { kind: 'skilled', departmentId: team, skillIds: [skillId] })

  expect(await open()).toMatchObject({ department: { id: team }, responsible: null })
  for (const [person, level] of [
    [lis, 1],
    [ole, 3],
  ] as const)
    await send(server, admin, 'PATCH', `/api/v1/employees/${String(person?.id)}`, { skills: [{ skillId, level }] })
  expect((await open()).responsible?.id).toBe(ole?.id)
})
