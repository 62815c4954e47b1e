import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarsIn } from '../../test/clock-histories.ts'
import { isOpenAt } from '../../test/clock-oracle.ts'
import { hangWallClock } from '../../test/wall-clock.ts'
import { zoneNamed } from '../time/zone-named.ts'
import { aroundTheClock, createBusinessTime } from './business-time.ts'
import { addDays } from './days.ts'
import { steadyCalendar, type ServiceCalendar } from './service-calendar.ts'
import { stretchesOf } from './stretches.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const copenhagen = zoneNamed('Europe/Copenhagen')
const weekdays = [1, 2, 3, 4, 5] as const
const office = steadyCalendar(weekdays.map((weekday) => ({ weekday, from: 8 * 60, to: 16 * 60 })))
const danish: ServiceCalendar = {
  ...office,
  versions: office.versions.map((version) => ({ ...version, holidaySet: 'denmark' })),
}
const at = (text: string) => Date.parse(text)
const add = (calendar: ServiceCalendar, from: string, hours: number) =>
  createBusinessTime(calendar, copenhagen).add(at(from), hours * HOUR_MS)

test.for([
  ['E20: four hours over Easter', danish, '2026-04-01T14:30+02:00', 4, '2026-04-07T10:30+02:00'],
  ['E20: sixteen hours over Easter', danish, '2026-04-01T14:30+02:00', 16, '2026-04-08T14:30+02:00'],
  ['to the very end of a day', office, '2026-05-22T14:00+02:00', 2, '2026-05-22T16:00+02:00'],
  ['from a closed hour', office, '2026-05-22T20:00+02:00', 1, '2026-05-25T09:00+02:00'],
  ['no time at all', office, '2026-05-22T20:00+02:00', 0, '2026-05-22T20:00+02:00'],
  ['over new year', danish, '2026-12-31T15:00+01:00', 2, '2027-01-04T09:00+01:00'],
  ['of a year and more', office, '2026-01-01T00:00+01:00', 8 * 5 * 60, '2027-02-24T16:00+01:00'],
] as const)('%s', ([, calendar, from, hours, until]) => {
  expect(add(calendar, from, hours)).toBe(at(until))
})

test('E20: around the clock eight hours pass also in the night that lacks one (R80)', () => {
  expect(aroundTheClock.add(at('2026-03-28T22:00+01:00'), 8 * HOUR_MS)).toBe(at('2026-03-29T07:00+02:00'))
})

test('hours that begin on a day leave the days before alone (R80)', () => {
  const later = { validFrom: '2026-06-01', hours: [{ weekday: 1, from: 0, to: 1440 }], holidaySet: 'none' } as const
  const changed: ServiceCalendar = { ...office, versions: [...office.versions, later] }
  const [before, after] = [office, changed].map((calendar) => createBusinessTime(calendar, copenhagen))
  const [june, july] = [at('2026-06-01T00:00+02:00'), at('2026-07-01T00:00+02:00')]

  expect(after?.between(at('2025-01-01T00:00Z'), june)).toBe(before?.between(at('2025-01-01T00:00Z'), june))
  expect(after?.between(june, july)).toBe(5 * 24 * HOUR_MS)
})

test('a calendar has a clock of its own, wherever the company is', () => {
  const newYork = createBusinessTime({ ...office, timeZone: 'America/New_York' }, copenhagen)

  expect(newYork.add(at('2026-05-22T14:00+02:00'), HOUR_MS)).toBe(at('2026-05-22T15:00+02:00'))
  expect(newYork.between(at('2026-05-22T08:00+02:00'), at('2026-05-22T14:00+02:00'))).toBe(0)
})

test('a calendar that never opens again has no time to add', () => {
  const ended: ServiceCalendar = {
    ...office,
    versions: [...office.versions, { validFrom: '2026-06-01', hours: [], holidaySet: 'none' }],
  }

  expect(add(steadyCalendar([]), '2026-05-22T14:00+02:00', 1)).toBeNull()
  expect(add(ended, '2026-05-29T15:00+02:00', 1)).toBe(at('2026-05-29T16:00+02:00'))
  expect(add(ended, '2026-05-29T15:00+02:00', 2)).toBeNull()
})

test.for([
  ['Europe/Copenhagen', '2026-03-20'],
  ['Europe/Copenhagen', '2026-10-18'],
  ['Australia/Lord_Howe', '2026-03-28'],
  ['America/Santiago', '2026-08-29'],
  ['Asia/Kathmandu', '2025-12-24'],
] as const)('in %s from %s on, open time is exact', { timeout: 60_000 }, ([zone, from]) => {
  const wall = hangWallClock(zone, from, addDays(from, 16))
  const days = Array.from({ length: 16 }, (_, index) => addDays(from, index))
  const moments = fc.nat(15 * 24 * 60 * MINUTE_MS).map((ms) => at(from) + ms)

  fc.assert(
    fc.property(calendarsIn(days), fc.tuple(moments, moments, moments), (calendar, drawn) => {
      const time = createBusinessTime(calendar, zoneNamed(zone))
      const [first, middle, last] = drawn.toSorted((one, other) => one - other) as typeof drawn
      const [whole, next] = [Math.ceil(first / MINUTE_MS) * MINUTE_MS, Math.ceil(last / MINUTE_MS) * MINUTE_MS]
      const minutes = Array.from({ length: (next - whole) / MINUTE_MS }, (_, index) => whole + index * MINUTE_MS)
      const open = time.between(first, last)

      expect(time.between(first, middle) + time.between(middle, last)).toBe(open)
      expect(time.between(whole, next)).toBe(
        minutes.filter((minute) => isOpenAt(calendar, minute, wall)).length * MINUTE_MS,
      )
      const until = time.add(first, open) ?? Number.NaN
      expect(until).toBeLessThanOrEqual(last)
      expect(time.between(first, until)).toBe(open)
      if (open > 0) expect(time.between(first, until - 1)).toBe(open - 1)
    }),
    { numRuns: 300 },
  )
})

test('open time is the service hours of cover, to the minute', () => {
  const days = Array.from({ length: 14 }, (_, index) => addDays('2026-03-22', index))
  const minutes = fc.nat(14 * 24 * 60).map((minute) => at('2026-03-22') + minute * MINUTE_MS)
  fc.assert(
    fc.property(calendarsIn(days), minutes, fc.nat(3 * 24 * 60), (calendar, from, length) => {
      const until = from + length * MINUTE_MS
      const service = stretchesOf(calendar, from, until, copenhagen)
        .filter(({ reason }) => reason === 'service_hours')
        .reduce((sum, stretch) => sum + stretch.minutes, 0)

      expect(createBusinessTime(calendar, copenhagen).between(from, until)).toBe(service * MINUTE_MS)
    }),
  )
})
