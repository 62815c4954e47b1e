import type { Recurrence } from '@timedesk/contracts/recurring-cases'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, lastOfMonth, mondayOf, monthsBetween, weekdayOf } from '../calendar/days.ts'
import { createZone } from '../time/zone.ts'
import { dueOccurrences } from './due-occurrences.ts'
import { instantOn, nextOccurrences, type ClockedRule } from './next-occurrences.ts'
import { occurrencesFrom, type RecurrenceRule } from './occurrences.ts'

const copenhagen = createZone('Europe/Copenhagen')
const daily: Recurrence = { unit: 'day', interval: 1, weekdays: [], dayOfMonth: null }
const rule = (startsOn: string, every: Partial<Recurrence>, endsOn: string | null = null): RecurrenceRule => ({
  every: { ...daily, ...every },
  startsOn,
  endsOn,
})

/** The first `count` days from a day on. */
function days(given: RecurrenceRule, from: string, count: number): string[] {
  return occurrencesFrom(given, from).take(count).toArray()
}

test.for<[string, RecurrenceRule, string, string[]]>([
  ['each day', rule('2026-03-01', {}), '2026-03-05', ['2026-03-05', '2026-03-06', '2026-03-07']],
  ['every third day', rule('2026-03-01', { interval: 3 }), '2026-03-05', ['2026-03-07', '2026-03-10', '2026-03-13']],
  ['before it starts', rule('2026-03-01', {}), '2020-01-01', ['2026-03-01', '2026-03-02', '2026-03-03']],
  ['each week', rule('2026-03-04', { unit: 'week' }), '2026-03-04', ['2026-03-04', '2026-03-11', '2026-03-18']],
  [
    'Mondays and Thursdays of every second week, from a Wednesday',
    rule('2026-03-04', { unit: 'week', interval: 2, weekdays: [4, 1] }),
    '2026-03-01',
    ['2026-03-05', '2026-03-16', '2026-03-19'],
  ],
  ['each month', rule('2026-03-04', { unit: 'month' }), '2026-03-05', ['2026-04-04', '2026-05-04', '2026-06-04']],
  [
    'the 31st, or the last day',
    rule('2026-01-10', { unit: 'month', dayOfMonth: 31 }),
    '2026-01-01',
    ['2026-01-31', '2026-02-28', '2026-03-31'],
  ],
  [
    'a leap day by years',
    rule('2028-02-29', { unit: 'month', interval: 12 }),
    '2028-01-01',
    ['2028-02-29', '2029-02-28', '2030-02-28'],
  ],
  [
    'a day before the first',
    rule('2026-03-15', { unit: 'month', dayOfMonth: 1 }),
    '2026-03-01',
    ['2026-04-01', '2026-05-01', '2026-06-01'],
  ],
  [
    'an end',
    rule('2026-03-01', { unit: 'month', dayOfMonth: 31 }, '2026-04-30'),
    '2026-03-01',
    ['2026-03-31', '2026-04-30'],
  ],
  ['an end before the first', rule('2026-03-15', { unit: 'month', dayOfMonth: 1 }, '2026-03-31'), '2026-03-01', []],
  ['after the end', rule('2026-03-01', {}, '2026-03-31'), '2027-01-01', []],
])('it comes back: %s', ([, given, from, expected]) => {
  expect(days(given, from, 3)).toEqual(expected)
})

/** The slow truth: walks from the first day on, counts the units that begin, and asks of each day whether it is one. */
function walk({ every, startsOn, endsOn }: RecurrenceRule, from: string, until: string): string[] {
  const { unit, interval, weekdays, dayOfMonth } = every
  const found: string[] = []
  let units = 0
  for (let day = startsOn; day <= until && (endsOn === null || day <= endsOn); day = addDays(day, 1)) {
    const before = addDays(day, -1)
    const begins = unit === 'day' || (unit === 'week' ? mondayOf(day) === day : monthsBetween(before, day) === 1)
    if (begins && day > startsOn) units += 1
    const wantedWeekdays: readonly number[] = weekdays.length === 0 ? [weekdayOf(startsOn)] : weekdays
    const wantedDay = dayOfMonth ?? Number(startsOn.slice(-2))
    const isDayOfMonth =
      Number(day.slice(-2)) === wantedDay || (day === lastOfMonth(day) && wantedDay > Number(day.slice(-2)))
    const isDay = unit === 'day' || (unit === 'week' ? wantedWeekdays.includes(weekdayOf(day)) : isDayOfMonth)
    if (isDay && units % interval === 0 && day >= from) found.push(day)
  }
  return found
}

const anyDay = fc.integer({ min: 0, max: 800 }).map((offset) => addDays('2027-11-20', offset))
const anyRule = fc
  .record({
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    interval: fc.integer({ min: 1, max: 5 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
    dayOfMonth: fc.option(fc.integer({ min: 1, max: 31 })),
    startsOn: anyDay,
    length: fc.option(fc.integer({ min: 0, max: 400 })),
  })
  .map(({ startsOn, length, ...every }) => rule(startsOn, every, length === null ? null : addDays(startsOn, length)))

test('the days are those that a walk through the calendar finds', () => {
  fc.assert(
    fc.property(anyRule, anyDay, (given, from) => {
      const until = addDays(from, 120)
      const found: string[] = []
      for (const day of occurrencesFrom(given, from)) {
        if (day > until) break
        found.push(day)
      }
      expect(found).toEqual(walk(given, from, until))
    }),
    { numRuns: 300 },
  )
})

test.for([
  ['an ordinary day', '2026-03-02', 480, '2026-03-02T07:00:00.000Z'],
  ['summer time', '2026-07-01', 480, '2026-07-01T06:00:00.000Z'],
  ['an hour that summer time leaves out', '2026-03-29', 150, '2026-03-29T01:30:00.000Z'],
  ['an hour that comes twice, the first time', '2026-10-25', 150, '2026-10-25T00:30:00.000Z'],
] as const)('a clock time is an instant: %s', ([, day, minutes, expected]) => {
  expect(new Date(instantOn(day, minutes, copenhagen)).toISOString()).toBe(expected)
})

test('the next five times keep the clock over the change to summer time', () => {
  const given: ClockedRule = { ...rule('2026-03-09', { unit: 'week' }), clockMinutes: 480 }
  const next = nextOccurrences(given, copenhagen, { after: new Date('2026-03-16T07:00:00Z'), lastDay: null, count: 3 })
  expect(next.map(({ day, at }) => `${day} ${at.toISOString()}`)).toEqual([
    '2026-03-23 2026-03-23T07:00:00.000Z',
    '2026-03-30 2026-03-30T06:00:00.000Z',
    '2026-04-06 2026-04-06T06:00:00.000Z',
  ])
  expect(
    nextOccurrences({ ...given, endsOn: '2026-03-23' }, copenhagen, {
      after: new Date('2026-03-16T07:00:00Z'),
      lastDay: '2026-03-23',
      count: 3,
    }),
  ).toEqual([])
})

const world = { since: new Date('2026-03-01T00:00:00Z'), lastDay: null }
const nightly: ClockedRule = { ...rule('2026-01-01', {}), clockMinutes: 480 }

test.for([
  ['nothing before the hour', world, '2026-03-01T06:59:59Z', null, []],
  ['at the minute', world, '2026-03-01T07:00:00Z', '2026-03-01', []],
  ['the latest, when late', world, '2026-03-03T12:00:00Z', '2026-03-03', ['2026-03-01', '2026-03-02']],
  ['nothing again', { ...world, lastDay: '2026-03-03' }, '2026-03-03T12:00:00Z', null, []],
  ['what came since', { ...world, lastDay: '2026-03-02' }, '2026-03-03T12:00:00Z', '2026-03-03', []],
  [
    'nothing of before it was in force',
    { ...world, since: new Date('2026-03-02T08:00:00Z') },
    '2026-03-02T12:00:00Z',
    null,
    [],
  ],
] as const)('due is %s', ([, { since, lastDay }, now, day, overtaken]) => {
  expect(dueOccurrences(nightly, copenhagen, { since, lastDay, now: new Date(now) })).toEqual({ day, overtaken })
})

test('however late and often the job runs, each day is dealt with once, in order', () => {
  const ticks = fc.array(fc.integer({ min: 0, max: 60 * 24 * 9 }), { maxLength: 20 })
  fc.assert(
    fc.property(anyRule, ticks, (given, minutes) => {
      const clocked: ClockedRule = { ...given, clockMinutes: 150 }
      const since = new Date(Date.parse(given.startsOn))
      const dealtWith: string[] = []
      let at = since.getTime()
      for (const pause of minutes) {
        at += pause * 60_000
        const { day, overtaken } = dueOccurrences(clocked, copenhagen, {
          since,
          lastDay: dealtWith.at(-1) ?? null,
          now: new Date(at),
        })
        dealtWith.push(...overtaken, ...(day === null ? [] : [day]))
      }
      const wanted: string[] = []
      for (const day of occurrencesFrom(given, given.startsOn)) {
        if (instantOn(day, 150, copenhagen) > at) break
        if (instantOn(day, 150, copenhagen) >= since.getTime()) wanted.push(day)
      }
      expect(dealtWith).toEqual(wanted)
    }),
  )
})
