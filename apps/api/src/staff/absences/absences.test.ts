import type { Absence } from '@timedesk/contracts/absences'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { send } from '../../../test/cases.ts'
import { buildApiToken } from '../../../test/build-api-token.ts'
import { clearDispatch } from '../../../test/dispatch-desk.ts'
import { buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'

let server: Awaited<ReturnType<typeof startServer>>
let lead: SignedIn
let lis: SignedIn
let ole: SignedIn

beforeAll(async () => {
  server = await startServer()
  lead = await buildEmployee(server, { role: 'lead' })
  lis = await buildEmployee(server, { name: 'Lis Holm' })
  ole = await buildEmployee(server, { name: 'Ole Berg' })
})
afterEach(() => clearDispatch(server))
afterAll(() => server.close())

const absences = '/api/v1/absences'
const record = (by: SignedIn, employee: SignedIn, body: Record<string, unknown> = {}) =>
  send(server, by, 'POST', absences, { employeeId: employee.id, from: '2026-03-02', to: '2026-03-06', ...body })

test('everybody plans their own absence, and a lead that of everybody', async () => {
  const own = await record(lis, lis, { delegateId: ole.id, reason: 'Holiday' })
  expect(own.json<Absence>()).toMatchObject({
    employee: { name: 'Lis Holm' },
    delegate: { name: 'Ole Berg' },
    state: 'now',
    reason: 'Holiday',
    can: { edit: true, handOver: true },
  })
  expect((await record(lis, ole)).json()).toMatchObject({ code: 'permission_denied' })
  expect((await record(lead, ole, { from: '2026-04-01', to: '2026-04-02' })).json<Absence>().state).toBe('coming')

  const { data } = (await send(server, ole, 'GET', absences)).json<{ data: Absence[] }>()
  expect(data.map(({ employee, can }) => [employee.name, can.edit])).toEqual([
    ['Ole Berg', true],
    ['Lis Holm', false],
  ])
})

test('a token needs the scope, for oneself too', async () => {
  const reading = await buildApiToken(server, lis, ['staff:read'])
  const writing = await buildApiToken(server, lis, ['staff:read', 'staff:write'])
  expect((await record(reading, lis)).json()).toMatchObject({ code: 'scope_missing' })
  expect((await record(writing, lis)).statusCode).toBe(201)
})

test.for([
  ['the last day before the first', { from: '2026-03-06', to: '2026-03-05' }, 'days_reversed'],
  ['days on which the person is away already', { from: '2026-03-06', to: '2026-03-12' }, 'overlaps'],
] as const)('refused is %s', async ([, days, code]) => {
  await record(lead, lis)
  expect((await record(lead, lis, days)).json()).toMatchObject({ code: 'absence_refused', errors: [{ code }] })
})

test('nobody stands in for themselves, nor in a circle on a day', async () => {
  expect((await record(lead, lis, { delegateId: lis.id })).json()).toMatchObject({ code: 'absence_refused' })
  await record(lead, lis, { delegateId: ole.id })
  const circle = await record(lead, ole, { delegateId: lis.id, from: '2026-03-06', to: '2026-03-09' })
  expect(circle.json()).toMatchObject({
    code: 'absence_refused',
    errors: [{ pointer: '/body/delegateId', code: 'circle' }],
  })
  expect((await record(lead, ole, { delegateId: lis.id, from: '2026-03-07', to: '2026-03-09' })).statusCode).toBe(201)
})

test('two who would stand in for each other cannot both be saved, however many try at once', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => buildEmployee(server)))
  const pairs = people.flatMap((one, place) => (place % 2 === 0 ? [[one, people[place + 1] ?? one] as const] : []))

  const answers = await Promise.all(
    pairs.flatMap(([one, other]) => [
      record(lead, one, { delegateId: other.id }),
      record(lead, other, { delegateId: one.id }),
    ]),
  )

  const statuses = answers.map(({ statusCode }) => statusCode)
  expect(statuses.filter((status) => status === 201)).toHaveLength(pairs.length)
  expect(statuses.filter((status) => status === 409)).toHaveLength(pairs.length)
})

test('an absence is changed and removed, and the log tells it', async () => {
  const { id } = (await record(lis, lis)).json<Absence>()
  const url = `${absences}/${id}`

  const changed = await send(
    server,
    lis,
    'PATCH',
    url,
    { to: '2026-03-09', delegateId: ole.id },
    { 'if-match': '"v1"' },
  )
  expect(changed.json<Absence>()).toMatchObject({ to: '2026-03-09', delegate: { id: ole.id }, version: 2 })
  expect((await send(server, ole, 'PATCH', url, { to: '2026-03-10' }, { 'if-match': '*' })).statusCode).toBe(403)
  expect((await send(server, ole, 'DELETE', url)).statusCode).toBe(403)
  expect((await send(server, lis, 'DELETE', url)).statusCode).toBe(204)

  const events = await server.database.transact((tx) =>
    tx.event.findMany({
      where: { subjectId: lis.id, type: { startsWith: 'absence.' } },
      orderBy: { sequence: 'desc' },
      take: 3,
    }),
  )
  expect(events.map(({ type }) => type)).toEqual(['absence.removed', 'absence.changed', 'absence.recorded'])
})

test('lists ask for days, for people and for oneself', async () => {
  await record(lead, lis)
  await record(lead, ole, { from: '2026-05-04', to: '2026-05-08' })
  const names = async (by: SignedIn, query: string) =>
    (await send(server, by, 'GET', `${absences}?${query}`))
      .json<{ data: Absence[] }>()
      .data.map(({ employee }) => employee.name)

  expect(await names(lead, 'from=2026-03-06&to=2026-05-03')).toEqual(['Lis Holm'])
  expect(await names(ole, 'employeeId=me')).toEqual(['Ole Berg'])
  expect(await names(lead, `employeeId=${lis.id}&count=exact`)).toEqual(['Lis Holm'])
})

test('a day begins with the company’s zone', async () => {
  const { id } = (await record(lis, lis, { from: '2026-03-03', to: '2026-03-03' })).json<Absence>()
  const before = server.clock.now
  // Half past eleven in the evening in UTC is the day after in Copenhagen.
  server.clock.now = new Date('2026-03-02T23:30:00Z')
  const late = await buildEmployee(server, { role: 'lead' })
  const { state } = (await send(server, late, 'GET', `${absences}/${id}`)).json<Absence>()
  server.clock.now = before
  expect(state).toBe('now')
})
