import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elapsedMinutes } from '../time/elapsed.ts'
import { createZone } from '../time/zone.ts'
import { steadyCalendar } from './service-calendar.ts'
import type { OpeningSpan } from './service-calendar.ts'
import { stretchesOf } from './stretches.ts'

const copenhagen = createZone('Europe/Copenhagen')
const newYork = createZone('America/New_York')

const weekdays = [1, 2, 3, 4, 5] as const
const office = steadyCalendar(
  weekdays.map((weekday) => ({ weekday, from: 8 * 60, to: 16 * 60 })),
  ['2026-04-02', '2026-04-03', '2026-04-06', '2027-01-01'],
)
const lunch = steadyCalendar(
  weekdays.flatMap((weekday) => [
    { weekday, from: 12 * 60 + 30, to: 16 * 60 },
    { weekday, from: 8 * 60, to: 12 * 60 },
  ]),
)
const saturdays = steadyCalendar([{ weekday: 6, from: 9 * 60, to: 13 * 60 }], ['2026-05-30'])
const everyHour = steadyCalendar(
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 24 * 60 }) as OpeningSpan),
)
const nights = steadyCalendar([{ weekday: 7, from: 2 * 60 + 30, to: 4 * 60 }])

function split(calendar: typeof office, start: string, end: string, zone = copenhagen) {
  return stretchesOf(calendar, Date.parse(start), Date.parse(end), zone).map(({ reason, minutes }) => [reason, minutes])
}

test.for([
  [
    'E3: Friday over closing time',
    '2026-05-22T15:30+02:00',
    '2026-05-22T17:15+02:00',
    office,
    { service_hours: 30, after_hours: 75 },
  ],
  ['within hours', '2026-05-22T08:00+02:00', '2026-05-22T16:00+02:00', office, { service_hours: 480 }],
  ['before opening', '2026-05-22T07:10+02:00', '2026-05-22T08:05+02:00', office, { after_hours: 50, service_hours: 5 }],
  [
    'from Friday night into Saturday',
    '2026-05-22T23:00+02:00',
    '2026-05-23T01:00+02:00',
    office,
    { after_hours: 60, weekend: 60 },
  ],
  [
    'from Sunday into Monday',
    '2026-05-24T23:30+02:00',
    '2026-05-25T00:45+02:00',
    office,
    { weekend: 30, after_hours: 45 },
  ],
  ['from Saturday to Sunday', '2026-05-23T15:00+02:00', '2026-05-24T09:00+02:00', office, { weekend: 1080 }],
  [
    'an open Saturday',
    '2026-05-23T08:30+02:00',
    '2026-05-23T10:00+02:00',
    saturdays,
    { weekend: 30, service_hours: 60 },
  ],
  ['a holiday within hours', '2026-04-02T09:00+02:00', '2026-04-02T10:00+02:00', office, { holiday: 60 }],
  ['a holiday on an open Saturday', '2026-05-30T09:00+02:00', '2026-05-30T10:00+02:00', saturdays, { holiday: 60 }],
  [
    'from an evening into a holiday',
    '2026-04-01T23:00+02:00',
    '2026-04-02T02:00+02:00',
    office,
    { after_hours: 60, holiday: 120 },
  ],
  ['over new year', '2026-12-31T22:00+01:00', '2027-01-01T01:30+01:00', office, { after_hours: 120, holiday: 90 }],
  [
    'into a leap day',
    '2028-02-28T15:00+01:00',
    '2028-02-29T00:30+01:00',
    office,
    { service_hours: 60, after_hours: 510 },
  ],
  [
    'without any opening hours',
    '2026-05-22T09:00+02:00',
    '2026-05-22T09:20+02:00',
    steadyCalendar([]),
    { after_hours: 20 },
  ],
  ['no time', '2026-05-22T09:00+02:00', '2026-05-22T09:00+02:00', office, {}],
  ['a stop before the start', '2026-05-22T09:00+02:00', '2026-05-22T08:00+02:00', office, {}],
] as const)('%s', ([, start, end, calendar, stretches]) => {
  expect(split(calendar, start, end)).toEqual(Object.entries(stretches))
})

test('a break comes between two stretches of service', () => {
  expect(split(lunch, '2026-05-22T11:00+02:00', '2026-05-22T13:00+02:00')).toEqual([
    ['service_hours', 60],
    ['after_hours', 30],
    ['service_hours', 30],
  ])
})

test('hours that meet at midnight are one stretch', () => {
  expect(split(everyHour, '2026-05-22T22:00+02:00', '2026-05-24T02:00+02:00')).toEqual([['service_hours', 28 * 60]])
})

test.for([
  ['Copenhagen, forward', copenhagen, '2026-03-29T01:00+01:00', '2026-03-29T04:30+02:00', [60, 60, 30]],
  ['Copenhagen, back', copenhagen, '2026-10-25T01:00+02:00', '2026-10-25T04:30+01:00', [90, 30, 30, 90, 30]],
  ['New York, forward', newYork, '2026-03-08T01:00-05:00', '2026-03-08T04:30-04:00', [60, 60, 30]],
  ['New York, back', newYork, '2026-11-01T00:30-04:00', '2026-11-01T04:30-05:00', [180, 90, 30]],
] as const)('the switch night of %s goes by the clock on the wall', ([, zone, start, end, minutes]) => {
  const reasons = ['weekend', 'service_hours', 'weekend', 'service_hours', 'weekend'].slice(0, minutes.length)
  expect(split(nights, start, end, zone)).toEqual(reasons.map((reason, index) => [reason, minutes[index]]))
})

test.for([
  ['Copenhagen, forward', copenhagen, '2026-03-28T23:00Z', '2026-03-29T22:00Z', 23],
  ['Copenhagen, back', copenhagen, '2026-10-24T22:00Z', '2026-10-25T23:00Z', 25],
  ['New York, forward', newYork, '2026-03-08T05:00Z', '2026-03-09T04:00Z', 23],
  ['New York, back', newYork, '2026-11-01T04:00Z', '2026-11-02T05:00Z', 25],
] as const)('the Sunday of %s has so many hours', ([, zone, start, end, hours]) => {
  expect(split(office, start, end, zone)).toEqual([['weekend', hours * 60]])
})

test('a Monday after a switch opens at eight by the clock', () => {
  expect(split(office, '2026-03-30T05:00Z', '2026-03-30T07:00Z')).toEqual([
    ['after_hours', 60],
    ['service_hours', 60],
  ])
})

test.for([
  ['a few seconds before closing are no minute', '15:59:45', '16:30:00', [['after_hours', 30]]],
  [
    'half a minute is one',
    '15:59:30',
    '16:30:00',
    [
      ['service_hours', 1],
      ['after_hours', 30],
    ],
  ],
  [
    'seconds on both sides',
    '15:30:20',
    '16:29:40',
    [
      ['service_hours', 30],
      ['after_hours', 29],
    ],
  ],
  ['less than a minute in all', '15:59:50', '16:00:10', [['after_hours', 1]]],
] as const)('%s', ([, start, end, stretches]) => {
  expect(split(office, `2026-05-22T${start}+02:00`, `2026-05-22T${end}+02:00`)).toEqual(stretches)
})

test.for([
  ['E20: four hours of response over Easter', '2026-04-01T14:30+02:00', '2026-04-07T10:30+02:00', 4],
  ['E20: sixteen hours of resolution', '2026-04-01T14:30+02:00', '2026-04-08T14:30+02:00', 16],
  ['E20: with a pause', '2026-04-01T14:30+02:00', '2026-04-09T12:30+02:00', 22],
] as const)('%s', ([, start, end, hours]) => {
  const open = split(office, start, end).filter(([reason]) => reason === 'service_hours')
  expect(open.reduce((sum, [, minutes]) => sum + Number(minutes), 0)).toBe(hours * 60)
})

test('the stretches sum to what passed, and neighbours differ', () => {
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  const calendars = fc.constantFrom(office, lunch, saturdays, everyHour, nights)
  const zones = fc.constantFrom(copenhagen, newYork)
  fc.assert(
    fc.property(moments, fc.nat(4 * 86_400_000), calendars, zones, (start, ms, calendar, zone) => {
      const end = new Date(start.getTime() + ms)
      const stretches = stretchesOf(calendar, start.getTime(), end.getTime(), zone)
      expect(stretches.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(elapsedMinutes(start, end))
      expect(stretches.filter(({ minutes }) => minutes <= 0)).toEqual([])
      expect(stretches.filter(({ reason }, index) => reason === stretches[index - 1]?.reason)).toEqual([])
    }),
  )
})

test('each minute has the reason it has alone', () => {
  const starts = fc.integer({
    min: Date.parse('2026-03-27T00:00Z') / 60_000,
    max: Date.parse('2026-03-31T00:00Z') / 60_000,
  })
  fc.assert(
    fc.property(
      starts,
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom(office, lunch, nights),
      (start, minutes, calendar) => {
        const whole = stretchesOf(calendar, start * 60_000, (start + minutes) * 60_000, copenhagen)
        const singles = Array.from({ length: minutes }, (_, index) =>
          stretchesOf(calendar, (start + index) * 60_000, (start + index + 1) * 60_000, copenhagen).map(
            ({ reason }) => reason,
          ),
        ).flat()
        expect(whole.flatMap(({ reason, minutes: length }) => Array.from({ length }, () => reason))).toEqual(singles)
      },
    ),
    { numRuns: 30 },
  )
})
