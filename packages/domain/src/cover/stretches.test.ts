import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildAfterHours, buildClock, copenhagen, office } from '../../test/build-cover.ts'
import { steadyCalendar } from '../calendar/service-calendar.ts'
import { segmentsOf, shareMinutes } from './stretches.ts'
import type { AfterHours } from './terms.ts'

const fridayEvening = buildClock('2026-05-22T15:30+02:00', '2026-05-22T17:15+02:00')
const saturday = buildClock('2026-05-23T10:00+02:00', '2026-05-23T11:00+02:00')
const thursdayHoliday = buildClock('2026-04-02T10:00+02:00', '2026-04-02T11:00+02:00')
const saturdayHoliday = buildClock('2026-12-26T10:00+01:00', '2026-12-26T11:00+01:00')
const weekendHigh: Partial<AfterHours> = { weekendFactorPermille: 2000, holidayFactorPermille: 1800 }

function split(entry: typeof saturday, overrides: Partial<AfterHours> = {}, billable = entry.minutes) {
  return segmentsOf(entry, buildAfterHours(overrides), billable, copenhagen)
}

test('E3: half an hour until four o’clock, and 75 minutes after it at half as much again', () => {
  expect(split(fridayEvening)).toEqual({
    segments: [
      { minutes: 30, factorPermille: 1000 },
      { minutes: 75, factorPermille: 1500 },
    ],
    steps: [
      { step: 'stretch', reason: 'service_hours', minutes: 30, factorPermille: 1000 },
      { step: 'stretch', reason: 'after_hours', minutes: 75, factorPermille: 1500 },
    ],
  })
})

test.for([
  ['a Saturday like any evening', saturday, {}, 1500],
  ['a Saturday of its own', saturday, { weekendFactorPermille: 2000 }, 2000],
  ['a Saturday that is less than an evening', saturday, { weekendFactorPermille: 1200 }, 1500],
  ['a holiday like any evening', thursdayHoliday, {}, 1500],
  ['a holiday of its own', thursdayHoliday, { holidayFactorPermille: 2500 }, 2500],
  ['a holiday is no weekend', thursdayHoliday, weekendHigh, 1800],
  ['a holiday on a Saturday', saturdayHoliday, weekendHigh, 2000],
  ['a holiday on a Saturday, paid better', saturdayHoliday, { ...weekendHigh, holidayFactorPermille: 2200 }, 2200],
] as const)('the highest factor counts and none is added: %s (R4)', ([, entry, overrides, factorPermille]) => {
  expect(split(entry, overrides).segments).toEqual([{ minutes: 60, factorPermille }])
})

test('service on both sides of a break of service is one segment', () => {
  const hours = [
    { weekday: 5, from: 8 * 60, to: 12 * 60 },
    { weekday: 5, from: 12 * 60 + 30, to: 16 * 60 },
  ] as const
  const entry = buildClock('2026-05-22T11:00+02:00', '2026-05-22T14:00+02:00')
  const { segments, steps } = split(entry, { calendar: steadyCalendar(hours) })
  expect(segments).toEqual([
    { minutes: 150, factorPermille: 1000 },
    { minutes: 30, factorPermille: 1500 },
  ])
  expect(steps).toHaveLength(3)
})

test('work within service hours has nothing to tell', () => {
  const entry = buildClock('2026-05-22T10:00+02:00', '2026-05-22T11:00+02:00')
  expect(split(entry)).toEqual({ segments: [{ minutes: 60, factorPermille: 1000 }], steps: [] })
})

test('a suggested surcharge is told and not charged (R5)', () => {
  expect(split(fridayEvening, { policy: 'suggest' })).toEqual({
    segments: [{ minutes: 105, factorPermille: 1000 }],
    steps: [{ step: 'after_hours_suggested', minutes: 75, factorPermille: 1500 }],
  })
})

test.for([
  ['neither start nor end', { startMs: null, endMs: null }, [{ step: 'no_clock' }]],
  ['no end', { endMs: null }, [{ step: 'no_clock' }]],
  ['an end before its start', { endMs: Date.parse('2026-05-22T15:00+02:00') }, [{ step: 'no_clock' }]],
] as const)('without a clock nothing is split: %s', ([, clock, steps]) => {
  expect(split({ ...fridayEvening, ...clock })).toEqual({
    segments: [{ minutes: 105, factorPermille: 1000 }],
    steps,
  })
})

test('without a policy the clock does not matter', () => {
  const whole = { segments: [{ minutes: 105, factorPermille: 1000 }], steps: [] }
  expect(split(fridayEvening, { policy: 'none' })).toEqual(whole)
  expect(segmentsOf(fridayEvening, null, 105, copenhagen)).toEqual(whole)
})

test('no minute is no segment', () => {
  expect(split(fridayEvening, {}, 0)).toEqual({ segments: [], steps: [] })
})

test.for([
  ['as worked', [30, 75], 105, 105, [30, 75]],
  ['rounding goes to the last (R3)', [30, 75], 105, 120, [30, 90]],
  ['a pause is shared', [60, 30], 60, 60, [40, 20]],
  ['a pause is shared, and rounding goes to the last', [60, 30], 60, 75, [40, 35]],
  ['more entered than passed goes to the last', [30, 75], 110, 110, [30, 80]],
  ['a group that bills less', [30, 70], 100, 50, [15, 35]],
  ['a last stretch too short for its share', [50, 1], 10, 15, [15, 0]],
] as const)('minutes are shared over the clock: %s', ([, stretches, actual, billable, shares]) => {
  expect(shareMinutes(stretches, actual, billable)).toEqual(shares)
})

test('segments sum to the billable minutes, and each factor is one', () => {
  const minutes = fc.integer({ min: 1, max: 1440 })
  const starts = fc.integer({ min: Date.parse('2026-03-20T00:00Z'), max: Date.parse('2026-04-10T00:00Z') })
  fc.assert(
    fc.property(starts, minutes, minutes, minutes, (startMs, length, actual, billable) => {
      const entry = { workDate: copenhagen.dateAt(startMs), startMs, endMs: startMs + length * 60_000, minutes: actual }
      const { segments } = segmentsOf(entry, buildAfterHours({ weekendFactorPermille: 2000 }), billable, copenhagen)
      expect(segments.reduce((sum, segment) => sum + segment.minutes, 0)).toBe(billable)
      expect(segments.filter((segment) => segment.minutes <= 0)).toEqual([])
      expect(new Set(segments.map(({ factorPermille }) => factorPermille)).size).toBe(segments.length)
    }),
  )
})

test('the calendar of the tests has a holiday on a Saturday', () => {
  expect(office.holidays).toContain(saturdayHoliday.workDate)
})
