import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildEmployee, INTERNAL_ACTIVITY_ID, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'

type Week = {
  state: string
  version: number
  reason: string
  minutes: number
  entries: { id: string; state: string; minutes: number }[]
  days: { day: string; minutes: number; lock: string | null }[]
  can: Record<string, boolean>
}

const MONDAY = '2026-03-02'

let server: Awaited<ReturnType<typeof startServer>>
let lead: SignedIn
let agent: SignedIn

beforeAll(async () => {
  server = await startServer()
  lead = await buildEmployee(server, { role: 'lead' })
})
beforeEach(async () => {
  agent = await buildEmployee(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const call = (
  by: SignedIn,
  method: 'GET' | 'PUT' | 'DELETE',
  path = '',
  payload?: object,
  whose = agent,
  monday = MONDAY,
) =>
  server.app.inject({
    method,
    url: `/api/v1/employees/${whose.id}/weeks/${monday}${path}`,
    headers: by.headers,
    ...(payload && { payload }),
  })
const read = async (by = agent, whose = agent) => (await call(by, 'GET', '', undefined, whose)).json<Week>()
const submit = (by = agent, whose = agent) => call(by, 'PUT', '/submission', undefined, whose)
const decide = (verdict: string, reason?: string, by = lead, whose = agent) =>
  call(by, 'PUT', '/decision', { verdict, ...(reason !== undefined && { reason }) }, whose)
const register = (workDate: string, minutes: number, given: object = {}, by = agent) =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/time-entries',
    headers: by.headers,
    payload: { activityTypeId: INTERNAL_ACTIVITY_ID, workDate, minutes, ...given },
  })
const query = async <Row>(text: string, ...values: unknown[]) =>
  (await server.database.pool.query<Row & Record<string, unknown>>(text, values)).rows

test('a week shows its entries by time, its days against working hours, and what was billable', async () => {
  const { id: caseId } = await buildCase(server)
  await register('2026-03-08', 60)
  await register('2026-03-02', 100, { caseId, activityTypeId: SUPPORT_ACTIVITY_ID })
  await register('2026-03-02', 20, {
    startedAt: '2026-03-02T07:00:00.000Z',
    endedAt: '2026-03-02T07:20:00.000Z',
    workDate: undefined,
  })
  await register('2026-03-09', 45)
  await register('2026-03-01', 30)

  const week = await read()

  expect(week).toMatchObject({
    employee: { id: agent.id },
    monday: MONDAY,
    state: 'open',
    version: 0,
    minutes: 180,
    billableMinutes: 100,
    workingMinutes: 2220,
  })
  expect(week.entries.map(({ minutes }) => minutes)).toEqual([100, 20, 60])
  expect(week.days.map(({ day, minutes }) => [day.slice(-2), minutes])).toEqual([
    ['02', 120],
    ['03', 0],
    ['04', 0],
    ['05', 0],
    ['06', 0],
    ['07', 0],
    ['08', 60],
  ])
})

test('a submitted week takes no time and lets none be changed, until it is taken back', async () => {
  const kept = (await register('2026-03-03', 60)).json<{ id: string }>()
  const entry = (method: 'PATCH' | 'DELETE', payload?: object) =>
    server.app.inject({
      method,
      url: `/api/v1/time-entries/${kept.id}`,
      headers: agent.headers,
      ...(payload && { payload }),
    })

  const submitted = await submit()

  expect(submitted.json()).toMatchObject({ state: 'submitted', submittedAt: '2026-03-02T09:00:00.000Z', version: 1 })
  expect(submitted.json<Week>().entries).toMatchObject([{ state: 'submitted' }])
  const refused = [await register('2026-03-08', 5), await entry('PATCH', { minutes: 1 }), await entry('DELETE')]
  expect(refused.map((answer) => answer.json<{ code: string }>().code)).toEqual([
    'week_closed',
    'week_closed',
    'week_closed',
  ])
  expect((await register('2026-03-09', 5)).statusCode).toBe(201)
  expect(await read()).toMatchObject({ minutes: 60, can: { register: false, submit: false, recall: true } })

  const recalled = await call(agent, 'DELETE', '/submission')
  expect(recalled.json()).toMatchObject({ state: 'open', submittedAt: null, version: 2, entries: [{ state: 'open' }] })
  expect((await entry('PATCH', { minutes: 75 })).json()).toMatchObject({ minutes: 75, state: 'open' })
})

test('an approved week is approved by name, and opened again for a reason only', async () => {
  await register('2026-03-04', 60)
  await submit()

  const approved = await decide('approved')
  expect(approved.json()).toMatchObject({
    state: 'approved',
    decidedByName: lead.name,
    decidedAt: '2026-03-02T09:00:00.000Z',
    entries: [{ state: 'approved' }],
    can: { approve: false, reject: false, reopen: true, register: false },
  })
  expect((await call(agent, 'DELETE', '/submission')).json()).toMatchObject({ code: 'week_move_refused' })
  expect((await decide('reopened')).json()).toMatchObject({
    code: 'week_move_refused',
    errors: [{ pointer: '/body/reason' }],
  })
  expect(await read()).toMatchObject({ state: 'approved', version: 2 })

  const reopened = await decide('reopened', 'Tuesday is missing.')
  expect(reopened.json()).toMatchObject({ state: 'open', reason: 'Tuesday is missing.', entries: [{ state: 'open' }] })
  expect((await register('2026-03-03', 30)).statusCode).toBe(201)
  expect((await submit()).json()).toMatchObject({ state: 'submitted', reason: '', minutes: 90 })
})

test('a rejected week says why, can be changed, and is submitted again', async () => {
  const { id } = (await register('2026-03-04', 60)).json<{ id: string }>()
  await submit()
  expect((await decide('rejected')).json()).toMatchObject({ code: 'week_move_refused' })

  await decide('rejected', 'Friday was a holiday.')

  expect(await read()).toMatchObject({
    state: 'rejected',
    reason: 'Friday was a holiday.',
    decidedByName: lead.name,
    entries: [{ id, state: 'open' }],
    can: { register: true, submit: true },
  })
  expect((await submit()).json()).toMatchObject({ state: 'submitted', decidedByName: null, version: 3 })
})

test('each move is told of the employee; repeating one is none', async () => {
  await register('2026-03-04', 60)
  await submit()
  await submit()
  await decide('approved')
  await decide('approved')
  await decide('reopened', 'Too early.')

  const events = await query<{ payload: object; actor_name: string }>(
    "SELECT payload, actor_name FROM event WHERE subject_kind = 'employee' AND subject_id = $1 AND type = 'week.moved' ORDER BY sequence",
    agent.id,
  )
  const told = (to: string, actor: SignedIn, reason = '') => ({
    payload: { monday: MONDAY, employeeName: agent.name, to, minutes: 60, reason },
    actor_name: actor.name,
  })
  expect(events).toEqual([told('submitted', agent), told('approved', lead), told('reopened', lead, 'Too early.')])
})

test('an empty week is submitted and approved like any other', async () => {
  expect((await submit()).json()).toMatchObject({ state: 'submitted', entries: [], minutes: 0 })
  expect((await decide('approved')).json()).toMatchObject({ state: 'approved' })
})

test('nobody approves a week of their own while somebody else could', async () => {
  await submit(lead, lead)
  const other = await buildEmployee(server, { role: 'manager' })

  expect((await decide('approved', undefined, lead, lead)).json()).toMatchObject({ code: 'week_move_refused' })
  expect(await read(lead, lead)).toMatchObject({ state: 'submitted', can: { approve: false, reject: true } })

  await query('UPDATE employee SET is_active = false WHERE id = $1', other.id)
  expect(await read(lead, lead)).toMatchObject({ can: { approve: true } })
  expect((await decide('approved', undefined, lead, lead)).json()).toMatchObject({ state: 'approved' })
})

test.for([
  ['another agent reads it', 'GET', '', 'time:approve'],
  ['another agent submits it', 'PUT', '/submission', 'time:write_others'],
  ['another agent takes it back', 'DELETE', '/submission', 'time:write_others'],
  ['another agent decides on it', 'PUT', '/decision', 'time:approve'],
] as const)('refused when %s', async ([, method, path, missingPermission]) => {
  const stranger = await buildEmployee(server)
  await submit()

  const refused = await call(stranger, method, path, path === '/decision' ? { verdict: 'approved' } : undefined)

  expect(refused.json()).toMatchObject({ code: 'permission_denied', missingPermission })
  expect(await read()).toMatchObject({ state: 'submitted', version: 1 })
})

test('a week begins on a Monday, and belongs to somebody', async () => {
  const tuesday = await call(agent, 'GET', '', undefined, agent, '2026-03-03')
  const nobody = await call(lead, 'GET', '', undefined, { ...agent, id: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d' })

  expect(tuesday.json()).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/params/monday' }] })
  expect(nobody.json()).toMatchObject({ code: 'not_found' })
})

test('days tell which lock they lie behind; a week all behind the hard one is approved and never reopened', async () => {
  await register('2026-03-04', 60)
  const lock = (soft: string | null, hard: string | null) =>
    query('UPDATE company SET soft_locked_through = $1, hard_locked_through = $2', soft, hard)
  await lock('2026-03-05', '2026-03-03')
  expect((await read()).days.map((day) => day.lock)).toEqual(['hard', 'hard', 'soft', 'soft', null, null, null])

  await lock('2026-03-08', '2026-03-08')
  await submit()
  expect((await decide('approved')).json()).toMatchObject({ entries: [{ state: 'approved' }], can: { reopen: false } })
  expect((await decide('reopened', 'Too early.')).json()).toMatchObject({ code: 'period_locked' })
  expect(await read()).toMatchObject({ state: 'approved' })
  await lock(null, null)
})
