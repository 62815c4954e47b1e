import { expect, test } from 'vitest'
import { buildPolicy, told } from '../../test/build-clock-facts.ts'
import { createBusinessTime } from '../calendar/business-time.ts'
import type { ServiceCalendar } from '../calendar/service-calendar.ts'
import { zoneNamed } from '../time/zone-named.ts'
import { clocksOf } from './clocks-of.ts'
import type { ClockFact } from './facts.ts'

const weekdays = [1, 2, 3, 4, 5] as const
const hours = weekdays.map((weekday) => ({ weekday, from: 8 * 60, to: 16 * 60 }))
const office: ServiceCalendar = {
  timeZone: null,
  versions: [{ validFrom: '1900-01-01', hours, holidaySet: 'denmark' }],
  holidays: [],
}
const calendars = new Map([['office', createBusinessTime(office, zoneNamed('Europe/Copenhagen'))]])

/** Wednesday before Easter 2026, half past two in the afternoon. */
const START = '2026-04-01T14:30+02:00'
const LATER = '2026-12-01T00:00Z'

const clocks = (facts: ClockFact[], now: string) => clocksOf(facts, calendars, new Date(now))
const clock = (facts: ClockFact[], kind: string, now = LATER) =>
  clocks(facts, now).find((candidate) => candidate.clock === kind)
const due = (facts: ClockFact[], kind: string, now = START) => clock(facts, kind, now)?.dueAt ?? null
const promised = (...more: ClockFact[]) => [told.created(START), told.policy(START), ...more]
const pending = [
  told.reply('2026-04-07T10:00+02:00'),
  told.status('2026-04-07T12:00+02:00', 'waiting_customer'),
  told.status('2026-04-08T10:00+02:00', 'open'),
]

test('E20: due over Easter is Tuesday half past ten, and Wednesday half past two', () => {
  expect(due(promised(), 'first_response')).toEqual(new Date('2026-04-07T10:30+02:00'))
  expect(due(promised(), 'resolution')).toEqual(new Date('2026-04-08T14:30+02:00'))
})

test('E20, R75: a pause of 360 business minutes moves the due to Thursday half past twelve', () => {
  const resolution = clock(promised(...pending), 'resolution', '2026-04-08T10:00+02:00')

  expect(resolution?.dueAt).toEqual(new Date('2026-04-09T12:30+02:00'))
  expect(resolution?.segments.map(({ state, businessMs, to }) => [state, businessMs / 60_000, to])).toEqual([
    ['running', 90 + 240, new Date('2026-04-07T12:00+02:00')],
    ['paused', 360, new Date('2026-04-08T10:00+02:00')],
    ['running', 0, null],
  ])
})

test('E20, R80: without a calendar eight hours are eight hours, also in a night that lacks one', () => {
  const policy = buildPolicy({ calendarId: null, targets: { first_response: 480 } })
  const at = '2026-03-28T22:00+01:00'

  expect(due([told.created(at), told.policy(at, policy)], 'first_response', at)).toEqual(
    new Date('2026-03-29T07:00+02:00'),
  )
})

test('R75: a target used up in the very moment of a pause passes when the clock runs again', () => {
  const facts = promised(
    told.status('2026-04-07T10:30+02:00', 'waiting_customer'),
    told.status('2026-04-08T09:00+02:00', 'open'),
  )

  expect(clock(facts, 'first_response', '2026-04-07T12:00+02:00')).toMatchObject({ dueAt: null, breach: null })
  expect(due(facts, 'first_response', '2026-04-08T09:00+02:00')).toEqual(new Date('2026-04-08T09:00+02:00'))
  expect(clock(facts, 'first_response')?.breach?.at).toEqual(new Date('2026-04-08T09:00+02:00'))
})

test.for([
  ['waiting_customer', 'paused', 'paused'],
  ['waiting_third_party', 'running', 'paused'],
  ['solved', 'paused', 'paused'],
  ['closed', 'stopped', 'stopped'],
  ['cancelled', 'stopped', 'stopped'],
  ['open', 'running', 'running'],
] as const)('R76: in %s a first response is %s and a resolution %s', ([category, response, resolution]) => {
  const at = '2026-04-07T09:00+02:00'
  const facts = promised(told.status(at, category))

  expect(clocks(facts, at).map(({ clock: kind, state }) => [kind, state])).toEqual([
    ['first_response', response],
    ['resolution', resolution],
  ])
})

test('R76: a status may be told to pause, or not to, against its category', () => {
  const at = '2026-04-07T09:00+02:00'

  expect(clock(promised(told.status(at, 'open', true)), 'resolution', at)?.state).toBe('paused')
  expect(clock(promised(told.status(at, 'waiting_customer', false)), 'resolution', at)?.state).toBe('running')
})

test('R76: the first answer of staff stops the first response, for good', () => {
  const response = clock(promised(told.reply('2026-04-07T10:00+02:00'), told.reply(LATER)), 'first_response')

  expect(response).toMatchObject({
    ...{ state: 'stopped', result: 'met', usedMinutes: 210, breach: null },
    reachedAt: new Date('2026-04-07T10:00+02:00'),
    stopped: { cause: { kind: 'staff_reply' }, actor: { name: 'Jonas' } },
  })
})

test('R76: each further post of the customer wants an answer, and its silence never breaches', () => {
  const facts = promised(
    told.post('2026-04-01T15:00+02:00'),
    told.reply('2026-04-07T09:00+02:00'),
    told.post('2026-04-07T12:00+02:00'),
    told.post('2026-04-07T13:00+02:00'),
    told.reply('2026-04-08T12:00+02:00'),
    told.post('2026-04-09T08:00+02:00'),
    told.status('2026-04-09T09:00+02:00', 'waiting_customer'),
  )

  const further = clocks(facts, LATER).filter((candidate) => candidate.clock === 'next_response')

  expect(further.map(({ cycle, state, result, usedMinutes }) => [cycle, state, result, usedMinutes])).toEqual([
    [1, 'stopped', 'met', 480],
    [2, 'paused', null, 60],
  ])
})

test('R77: a lower target counts from the original start, keeps the pauses, and breaches at the change', () => {
  const change = '2026-04-08T12:00+02:00'
  const facts = promised(...pending, told.policy(change, buildPolicy({ targets: { resolution: 300 } })))

  const resolution = clock(facts, 'resolution', '2026-04-08T13:00+02:00')

  expect(resolution).toMatchObject({ usedMinutes: 330 + 180, dueAt: new Date('2026-04-07T11:30+02:00') })
  expect(resolution?.breach).toMatchObject({ share: 100, at: new Date(change) })
  expect(resolution?.segments).toHaveLength(3)
})

test('R77: a higher target keeps the pauses too, and the due may be kept by choice', () => {
  const change = '2026-04-08T12:00+02:00'
  const higher = buildPolicy({ targets: { resolution: 1440 } })

  expect(due(promised(...pending, told.policy(change, higher)), 'resolution', change)).toEqual(
    new Date('2026-04-10T12:30+02:00'),
  )
  expect(due(promised(...pending, told.policy(change, { ...higher, keepsDue: true })), 'resolution', change)).toEqual(
    new Date('2026-04-09T12:30+02:00'),
  )
})

test('R78: a reopened case resumes its resolution, and the closed time is a pause', () => {
  const facts = promised(
    told.status('2026-04-07T12:00+02:00', 'solved'),
    told.status('2026-04-07T14:00+02:00', 'closed'),
    told.status('2026-04-08T10:00+02:00', 'open'),
  )

  const closed = clock(facts, 'resolution', '2026-04-07T15:00+02:00')
  const open = clock(facts, 'resolution', '2026-04-08T10:00+02:00')

  expect(closed).toMatchObject({ state: 'stopped', result: 'met', reachedAt: new Date('2026-04-07T12:00+02:00') })
  expect(open).toMatchObject({ state: 'running', result: null, reachedAt: null, usedMinutes: 330 })
  expect(open?.dueAt).toEqual(new Date('2026-04-09T12:30+02:00'))
  expect(open?.segments.map(({ state, cause }) => [state, cause.status])).toEqual([
    ['running', null],
    ['paused', 'solved'],
    ['paused', 'closed'],
    ['running', 'open'],
  ])
})

test('R79: each share passes once, at its minute, with who had the case then', () => {
  const facts = promised(told.owner(START, 'Mette'), told.owner('2026-04-07T09:00+02:00', 'Jonas'))

  const response = clock(facts, 'first_response')

  expect(response?.marks.map(({ share, at, owner }) => [share, at, owner.responsibleName])).toEqual([
    [50, new Date('2026-04-07T08:30+02:00'), 'Mette'],
    [75, new Date('2026-04-07T09:30+02:00'), 'Jonas'],
    [90, new Date('2026-04-07T10:06+02:00'), 'Jonas'],
    [100, new Date('2026-04-07T10:30+02:00'), 'Jonas'],
  ])
  expect(response).toMatchObject({ result: 'missed', nextMarkAt: null })
})

test('R79: what is answered in the very minute of its due is in time', () => {
  expect(clock(promised(told.reply('2026-04-07T10:30+02:00')), 'first_response')?.result).toBe('met')
  expect(clock(promised(told.reply('2026-04-07T10:30:00.001+02:00')), 'first_response')?.result).toBe('missed')
})

test('R81: a deadline by hand takes the place of the due, does not move with pauses, and ends when it is cleared', () => {
  const deadline = '2026-04-07T12:00+02:00'
  const set = promised(told.deadline(START, deadline), told.status('2026-04-07T09:00+02:00', 'waiting_customer'))
  const cleared = promised(told.deadline(START, deadline), told.deadline('2026-04-07T09:00+02:00', null))

  expect(due(set, 'resolution', '2026-04-07T10:00+02:00')).toEqual(new Date(deadline))
  expect(clock(set, 'resolution')).toMatchObject({ deadline: { reason: 'Agreed with Anna.' }, breach: null })
  expect(due(cleared, 'resolution', '2026-04-07T09:00+02:00')).toEqual(new Date('2026-04-08T14:30+02:00'))
  expect(due([told.created(START), told.deadline(START, deadline)], 'resolution')).toEqual(new Date(deadline))
})

test('a cancelled case has no result, and one without promises no clocks', () => {
  const facts = promised(told.status('2026-04-07T09:00+02:00', 'cancelled'))

  expect(clocks(facts, LATER).map(({ state, result }) => [state, result])).toEqual([
    ['stopped', null],
    ['stopped', null],
  ])
  expect(clocks([told.created(START), told.reply(LATER)], LATER)).toEqual([])
})
