import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const call = ({ headers }: SignedIn, method: 'GET' | 'POST' | 'PUT' | 'DELETE', payload?: object, path = '') =>
  server.app.inject({ method, url: `/api/v1/me/timer${path}`, headers, ...(payload !== undefined && { payload }) })

const stop = (by: SignedIn, payload: object = {}) =>
  call(by, 'POST', { activityTypeId: SUPPORT_ACTIVITY_ID, ...payload }, '/stop')

const entriesOf = async (by: SignedIn) =>
  (await server.app.inject({ url: `/api/v1/time-entries?employeeId=${by.id}`, headers: by.headers })).json<{
    data: { workDate: string; minutes: number }[]
  }>().data

/** An employee who started a timer then, and signed in at the later moment that is now. */
async function timing(startedAt: string, now: string, given: object = {}): Promise<SignedIn> {
  server.clock.now = new Date(now)
  const employee = await buildEmployee(server)
  server.clock.now = new Date(startedAt)
  const started = await call(employee, 'POST', given)
  expect(started.statusCode, started.body).toBe(201)
  server.clock.now = new Date(now)
  return employee
}

test('a stop registers what the timer measured, on its case and with its text', async () => {
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 60_000 })
  const { id: caseId } = await buildCase(server, { customerId })
  const agent = await timing('2026-03-02T09:00:00.000Z', '2026-03-02T09:24:40.000Z', { caseId, text: 'On the phone' })

  const stopped = await stop(agent)
  const timer = await call(agent, 'GET')

  expect(stopped.statusCode, stopped.body).toBe(201)
  expect(stopped.json()).toMatchObject({
    case: { id: caseId },
    minutes: 25,
    amount: { amount: '250.00', currency: 'DKK' },
    internalText: 'On the phone',
    customerText: '',
    startedAt: '2026-03-02T09:00:00.000Z',
    endedAt: '2026-03-02T09:24:40.000Z',
  })
  expect(timer.json()).toEqual({ timer: null })
})

test('one timer runs for each employee, unless it is replaced', async () => {
  const agent = await timing('2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z', { text: 'First' })

  const second = await call(agent, 'POST', { text: 'Second' })
  const kept = await call(agent, 'GET')
  const replaced = await call(agent, 'POST', { text: 'Second', replace: true })

  expect(second.json()).toMatchObject({ code: 'timer_running' })
  expect(kept.json()).toMatchObject({ timer: { text: 'First' } })
  expect(replaced.json()).toMatchObject({ text: 'Second' })
})

test('a timer over midnight is split by the company’s days', async () => {
  const agent = await timing('2026-03-02T22:30:00.000Z', '2026-03-02T23:45:00.000Z')

  const stopped = await stop(agent)

  expect(stopped.json()).toMatchObject({ workDate: '2026-03-03', minutes: 45, startedAt: '2026-03-02T23:00:00.000Z' })
  expect(await entriesOf(agent)).toMatchObject([
    { workDate: '2026-03-03', minutes: 45 },
    { workDate: '2026-03-02', minutes: 30 },
  ])
})

test.for([
  ['at once', '2026-03-02T09:00:00.000Z', 1],
  ['before the start by another clock', '2026-03-02T08:59:00.000Z', 1],
  ['after the change of clocks', '2026-03-29T03:00:00.000Z', 24 * 60],
] as const)('a stop %s registers at least a minute and at most a day', async ([, stoppedAt, minutes]) => {
  const agent = await timing('2026-03-02T09:00:00.000Z', stoppedAt)

  const stopped = await stop(agent)

  expect(stopped.statusCode, stopped.body).toBe(201)
  const sum = (await entriesOf(agent)).reduce((total, entry) => total + entry.minutes, 0)
  expect(sum).toBe(minutes)
})

test('minutes that the person gives replace what was measured', async () => {
  const agent = await timing('2026-03-02T22:30:00.000Z', '2026-03-02T23:45:00.000Z')

  const stopped = await stop(agent, { minutes: 40, internalText: 'Without the break' })

  expect(stopped.json()).toMatchObject({ minutes: 40, workDate: '2026-03-02', internalText: 'Without the break' })
  expect(await entriesOf(agent)).toHaveLength(1)
})

test('a pause is not measured, wherever it falls', async () => {
  const agent = await timing('2026-03-02T09:00:00.000Z', '2026-03-02T09:05:30.000Z')

  const paused = await call(agent, 'PUT', undefined, '/pause')
  server.clock.now = new Date('2026-03-02T09:08:00.000Z')
  const pausedAgain = await call(agent, 'PUT', undefined, '/pause')
  const resumed = await call(agent, 'DELETE', undefined, '/pause')
  server.clock.now = new Date('2026-03-02T09:10:10.000Z')
  const stopped = await stop(agent)

  expect(paused.json()).toMatchObject({ measuredSeconds: 330, pausedAt: '2026-03-02T09:05:30.000Z' })
  expect(pausedAgain.json()).toEqual(paused.json())
  expect(resumed.json()).toMatchObject({ measuredSeconds: 330, pausedAt: null, startedAt: '2026-03-02T09:08:00.000Z' })
  expect(stopped.json()).toMatchObject({ minutes: 8, workDate: '2026-03-02', startedAt: null, endedAt: null })
})

test('a timer that pauses registers what it measured before', async () => {
  const agent = await timing('2026-03-02T09:00:00.000Z', '2026-03-02T09:20:00.000Z')
  await call(agent, 'PUT', undefined, '/pause')
  server.clock.now = new Date('2026-03-02T09:25:00.000Z')

  const stopped = await stop(agent)
  const gone = [await call(agent, 'PUT', undefined, '/pause'), await call(agent, 'DELETE', undefined, '/pause')]

  expect(stopped.json()).toMatchObject({ minutes: 20, startedAt: null })
  expect(gone.map((answer) => answer.json<{ code: string }>().code)).toEqual(['timer_stopped', 'timer_stopped'])
})

test('a timer that replaces a paused one starts at nothing', async () => {
  const agent = await timing('2026-03-02T09:00:00.000Z', '2026-03-02T09:20:00.000Z')
  await call(agent, 'PUT', undefined, '/pause')

  const replaced = await call(agent, 'POST', { replace: true })

  expect(replaced.json()).toMatchObject({ measuredSeconds: 0, pausedAt: null, startedAt: '2026-03-02T09:20:00.000Z' })
})

test('of two stops at once, one registers', async () => {
  const agent = await timing('2026-03-02T09:00:00.000Z', '2026-03-02T09:10:00.000Z')

  const answers = await Promise.all([stop(agent), stop(agent)])

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  expect(await entriesOf(agent)).toHaveLength(1)
})

test('a refused stop leaves the timer running', async () => {
  const agent = await timing('2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z', { text: 'Still on it' })

  const refused = await stop(agent, { activityTypeId: agent.id })
  const timer = await call(agent, 'GET')

  expect(refused.json()).toMatchObject({ code: 'reference_refused' })
  expect(timer.json()).toMatchObject({ timer: { text: 'Still on it' } })
})

test('a discarded timer registers nothing', async () => {
  const agent = await timing('2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z')

  const discarded = await call(agent, 'DELETE')
  const again = await call(agent, 'DELETE')

  expect(discarded.statusCode).toBe(204)
  expect(again.json()).toMatchObject({ code: 'timer_stopped' })
  expect(await entriesOf(agent)).toEqual([])
})
