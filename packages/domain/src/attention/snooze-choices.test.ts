import { expect, test } from 'vitest'
import { steadyCalendar } from '../calendar/service-calendar.ts'
import type { Weekday } from '../calendar/days.ts'
import { zoneNamed } from '../time/zone-named.ts'
import { snoozeChoices, type WorkTimes } from './snooze-choices.ts'

const copenhagen = zoneNamed('Europe/Copenhagen')
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5]
const office: WorkTimes = {
  zone: copenhagen,
  calendar: steadyCalendar(
    weekdays.map((weekday) => ({ weekday, from: 9 * 60, to: 17 * 60 })),
    ['2026-03-05'],
  ),
  workingMinutes: [444, 444, 444, 444, 444, 0, 0],
  absences: [],
}

/** Choices by the clock in Copenhagen, where March is an hour ahead of UTC until its last Sunday. */
function choicesAt(now: string, times: Partial<WorkTimes> = {}) {
  return snoozeChoices({ ...office, ...times }, new Date(now)).map(({ kind, until }) => {
    const at = new Date(until)
    return `${kind} ${new Date(at.getTime() + copenhagen.offsetAt(at.getTime())).toISOString().slice(0, 16)}`
  })
}

test.for([
  [
    'in the morning of a Monday',
    '2026-03-02T08:10:00Z',
    {},
    ['later_today 2026-03-02T11:30', 'tomorrow 2026-03-03T09:00', 'next_week 2026-03-09T09:00'],
  ],
  [
    'before work, later is when there is somebody',
    '2026-03-02T04:00:00Z',
    {},
    ['later_today 2026-03-02T09:00', 'tomorrow 2026-03-03T09:00', 'next_week 2026-03-09T09:00'],
  ],
  [
    'late in the day, later is before its end',
    '2026-03-02T14:45:00Z',
    {},
    ['later_today 2026-03-02T16:30', 'tomorrow 2026-03-03T09:00', 'next_week 2026-03-09T09:00'],
  ],
  [
    'at its very end there is no later',
    '2026-03-02T15:20:00Z',
    {},
    ['tomorrow 2026-03-03T09:00', 'next_week 2026-03-09T09:00'],
  ],
  [
    'before a closed day, tomorrow is the day after it',
    '2026-03-04T15:30:00Z',
    {},
    ['tomorrow 2026-03-06T09:00', 'next_week 2026-03-09T09:00'],
  ],
  ['on a Friday evening the next day is next week', '2026-03-06T18:00:00Z', {}, ['next_week 2026-03-09T09:00']],
  [
    'whoever is off on Mondays comes back on Tuesday',
    '2026-03-07T10:00:00Z',
    { workingMinutes: [0, 444, 444, 444, 444, 0, 0] },
    ['next_week 2026-03-10T09:00'],
  ],
  [
    'whoever is away comes back after it',
    '2026-03-02T16:30:00Z',
    { absences: [{ from: '2026-03-03', to: '2026-03-10' }] },
    ['next_week 2026-03-11T09:00'],
  ],
  [
    'a company without opening hours begins at eight, over the change of summer time too',
    '2026-03-27T16:00:00Z',
    { calendar: null },
    ['next_week 2026-03-30T08:00'],
  ],
  ['whoever never works has no choices', '2026-03-02T08:10:00Z', { workingMinutes: [] }, []],
] as const)('%s', ([, now, times, expected]) => {
  expect(choicesAt(now, times)).toEqual(expected)
})
