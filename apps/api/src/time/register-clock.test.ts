import type { TimeEntry } from '@timedesk/contracts/time'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let caseId: string

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
  const { id: customerId } = await buildCustomer(server, { ratePerHour: 60_000 })
  caseId = (await buildCase(server, { customerId })).id
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

const register = (payload: object, by: SignedIn = agent) =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/time-entries',
    headers: by.headers,
    payload: { activityTypeId: SUPPORT_ACTIVITY_ID, caseId, ...payload },
  })

const change = (id: string, payload: object) =>
  server.app.inject({ method: 'PATCH', url: `/api/v1/time-entries/${id}`, headers: agent.headers, payload })

/** What somebody registered, as days with their minutes and clock, earliest first. */
async function daysOf(by: SignedIn): Promise<(string | number | null)[][]> {
  const answer = await server.app.inject({
    url: `/api/v1/time-entries?employeeId=${by.id}`,
    headers: by.headers,
  })
  return answer
    .json<{ data: TimeEntry[] }>()
    .data.toReversed()
    .map(({ workDate, minutes, startedAt, endedAt }) => [workDate, minutes, startedAt, endedAt])
}

test('start and end alone say minutes and day', async () => {
  const answer = await register({ startedAt: '2026-03-02T08:10:00.000Z', endedAt: '2026-03-02T08:55:00.000Z' })

  expect(answer.statusCode, answer.body).toBe(201)
  expect(answer.json()).toMatchObject({ minutes: 45, workDate: '2026-03-02', amount: { amount: '450.00' } })
})

test('fewer minutes than passed are a pause', async () => {
  const answer = await register({
    ...{ startedAt: '2026-03-02T10:00:00.000Z', endedAt: '2026-03-02T11:00:00.000Z', minutes: 40 },
  })

  expect(answer.json()).toMatchObject({ minutes: 40, endedAt: '2026-03-02T11:00:00.000Z' })
})

test.for([
  [
    'midnight',
    '2026-03-02T21:30:00.000Z',
    '2026-03-03T00:15:00.000Z',
    [
      ['2026-03-02', 90, '2026-03-02T21:30:00.000Z', '2026-03-02T23:00:00.000Z'],
      ['2026-03-03', 75, '2026-03-02T23:00:00.000Z', '2026-03-03T00:15:00.000Z'],
    ],
  ],
  [
    'the end of a month',
    '2026-04-30T21:00:00.000Z',
    '2026-04-30T22:30:00.000Z',
    [
      ['2026-04-30', 60, '2026-04-30T21:00:00.000Z', '2026-04-30T22:00:00.000Z'],
      ['2026-05-01', 30, '2026-04-30T22:00:00.000Z', '2026-04-30T22:30:00.000Z'],
    ],
  ],
  [
    'the start of a leap day',
    '2028-02-28T22:00:00.000Z',
    '2028-02-29T01:00:00.000Z',
    [
      ['2028-02-28', 60, '2028-02-28T22:00:00.000Z', '2028-02-28T23:00:00.000Z'],
      ['2028-02-29', 120, '2028-02-28T23:00:00.000Z', '2028-02-29T01:00:00.000Z'],
    ],
  ],
  [
    'the night without its third hour',
    '2026-03-28T22:00:00.000Z',
    '2026-03-29T04:00:00.000Z',
    [
      ['2026-03-28', 60, '2026-03-28T22:00:00.000Z', '2026-03-28T23:00:00.000Z'],
      ['2026-03-29', 300, '2026-03-28T23:00:00.000Z', '2026-03-29T04:00:00.000Z'],
    ],
  ],
  [
    'the night with its third hour twice',
    '2026-10-24T21:00:00.000Z',
    '2026-10-25T04:00:00.000Z',
    [
      ['2026-10-24', 60, '2026-10-24T21:00:00.000Z', '2026-10-24T22:00:00.000Z'],
      ['2026-10-25', 360, '2026-10-24T22:00:00.000Z', '2026-10-25T04:00:00.000Z'],
    ],
  ],
] as const)('work over %s is an entry for each day of the company', async ([, startedAt, endedAt, days]) => {
  const nightOwl = await buildEmployee(server)

  const answer = await register({ startedAt, endedAt }, nightOwl)

  expect(answer.statusCode, answer.body).toBe(201)
  expect(answer.json()).toMatchObject({ workDate: days[1][0] })
  expect(await daysOf(nightOwl)).toEqual(days)
})

test('a day that ends at midnight is one entry', async () => {
  const nightOwl = await buildEmployee(server)

  await register({ startedAt: '2026-03-02T22:00:00.000Z', endedAt: '2026-03-02T23:00:00.000Z' }, nightOwl)

  expect(await daysOf(nightOwl)).toHaveLength(1)
})

test.for([
  ['no time at all', {}, '/body/minutes', 'missing'],
  ['a start alone', { startedAt: '2026-03-02T08:00:00.000Z', minutes: 5 }, '/body/endedAt', 'half_a_clock'],
  ['an end alone', { endedAt: '2026-03-02T08:00:00.000Z', minutes: 5 }, '/body/startedAt', 'half_a_clock'],
  ['an end that is the start', span('08:00', '08:00'), '/body/endedAt', 'too_early'],
  ['an end before the start', span('08:00', '07:00'), '/body/endedAt', 'too_early'],
  ['more minutes than passed', { ...span('08:00', '08:30'), minutes: 31 }, '/body/minutes', 'too_many'],
  [
    'more than a day',
    { startedAt: '2026-03-02T08:00:00.000Z', endedAt: '2026-03-03T08:01:00.000Z' },
    '/body/endedAt',
    'too_late',
  ],
] as const)('%s is refused', async ([, payload, pointer, code]) => {
  const answer = await register(payload)

  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({ code: 'invalid_minutes', errors: [{ pointer, code }] })
})

test('a work date that is not the day of the start is refused', async () => {
  const answer = await register({ ...span('08:00', '09:00'), workDate: '2026-03-03' })

  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ errors: [{ pointer: '/body/workDate', code: 'another_day' }] })
})

test('work at the same time is told of on both entries, and neighbours are none', async () => {
  const busy = await buildEmployee(server)
  const entries = []
  for (const clock of [span('08:00', '09:00'), span('08:59', '10:00'), span('10:00', '11:00')])
    entries.push((await register(clock, busy)).json<TimeEntry>())

  const list = await server.app.inject({ url: `/api/v1/time-entries?employeeId=${busy.id}`, headers: busy.headers })

  expect(entries.map(({ overlaps }) => overlaps)).toEqual([false, true, false])
  expect(list.json<{ data: TimeEntry[] }>().data.map(({ overlaps }) => overlaps)).toEqual([false, true, true])
})

test('a changed clock says day and minutes; a changed day takes the clock along', async () => {
  const { id } = (await register(span('08:00', '09:00'))).json<TimeEntry>()

  const later = await change(id, { startedAt: '2026-03-27T08:30:00.000Z', endedAt: '2026-03-27T08:50:00.000Z' })
  const summer = await change(id, { workDate: '2026-03-30' })
  const without = await change(id, { startedAt: null, endedAt: null, minutes: 90 })

  expect(later.json()).toMatchObject({ workDate: '2026-03-27', minutes: 20 })
  expect(summer.json()).toMatchObject({ workDate: '2026-03-30', minutes: 20, startedAt: '2026-03-30T07:30:00.000Z' })
  expect(without.json()).toMatchObject({ workDate: '2026-03-30', minutes: 90, startedAt: null })
})

test('a change keeps an entry on one day', async () => {
  const { id } = (await register(span('08:00', '09:00'))).json<TimeEntry>()

  const over = await change(id, { startedAt: '2026-03-02T22:30:00.000Z', endedAt: '2026-03-02T23:30:00.000Z' })
  const more = await change(id, { minutes: 61 })

  expect(over.json()).toMatchObject({ code: 'invalid_minutes', errors: [{ code: 'over_midnight' }] })
  expect(more.json()).toMatchObject({ code: 'invalid_minutes', errors: [{ code: 'too_many' }] })
})

function span(from: string, to: string) {
  return { startedAt: `2026-03-02T${from}:00.000Z`, endedAt: `2026-03-02T${to}:00.000Z` }
}
