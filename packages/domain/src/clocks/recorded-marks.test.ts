import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildPolicy, told } from '../../test/build-clock-facts.ts'
import { CALENDAR_IDS, calendarsIn, historiesFrom } from '../../test/clock-histories.ts'
import { createBusinessTime } from '../calendar/business-time.ts'
import { addDays } from '../calendar/days.ts'
import { steadyCalendar } from '../calendar/service-calendar.ts'
import { zoneNamed } from '../time/zone-named.ts'
import type { Clock } from './clock.ts'
import { clocksOf } from './clocks-of.ts'
import type { ClockFact } from './facts.ts'

const zone = zoneNamed('Europe/Copenhagen')
const weekday = (from: number, to: number) =>
  new Map([['office', createBusinessTime(steadyCalendar([{ weekday: 3, from: from * 60, to: to * 60 }]), zone)]])

/** What the log tells of marks that have passed. */
function recorded(clocks: readonly Clock[]): ClockFact[] {
  return clocks.flatMap(({ clock, cycle, marks }) =>
    marks.map(({ share, at, dueAt, owner }): ClockFact => {
      const { departmentId: _unrecorded, ...named } = owner
      const actor = { kind: 'system', id: null, name: 'Timedesk' } as const
      return { at, actor, kind: 'mark', clock, cycle, share, dueAt, owner: named }
    }),
  )
}

const START = '2026-04-01T10:00+02:00'
const NOW = new Date('2026-04-01T16:00+02:00')
const facts = [
  told.created(START),
  told.owner(START, 'Mette'),
  told.policy(START, buildPolicy({ targets: { first_response: 60, resolution: null }, shares: [50] })),
  told.reply('2026-04-01T14:00+02:00'),
]

test('R80: a breach and a warning that were recorded stay, whatever hours are edited later', () => {
  const [asItWas] = clocksOf(facts, weekday(8, 16), NOW)
  const withMarks = [...facts, ...recorded(asItWas === undefined ? [] : [asItWas])]

  for (const edited of [weekday(13, 16), weekday(0, 24), weekday(22, 23)])
    expect(clocksOf(withMarks, edited, NOW)).toMatchObject([
      {
        ...{ result: 'missed', dueAt: new Date('2026-04-01T11:00+02:00') },
        warnings: [{ share: 50, at: new Date('2026-04-01T10:30+02:00'), owner: { responsibleName: 'Mette' } }],
        breach: { at: new Date('2026-04-01T11:00+02:00'), owner: { responsibleName: 'Mette' } },
      },
    ])
  expect(clocksOf(facts, weekday(22, 23), NOW)).toMatchObject([{ result: 'met', breach: null, warnings: [] }])
})

test('a mark of a clock that there is none of is told to nobody', () => {
  const [breach] = recorded(clocksOf(facts, weekday(8, 16), NOW)).slice(-1)
  const other = breach?.kind === 'mark' ? [{ ...breach, cycle: 2 }] : []

  expect(other).toHaveLength(1)
  expect(clocksOf([...facts, ...other], weekday(22, 23), NOW)).toEqual(clocksOf(facts, weekday(22, 23), NOW))
})

test('what was recorded changes nothing while nothing is edited', { timeout: 60_000 }, () => {
  const days = Array.from({ length: 14 }, (_, index) => addDays('2026-03-20', index))
  const start = fc.nat(12 * 24 * 60).map((minutes) => Date.parse('2026-03-20') + (24 * 60 + minutes) * 60_000)
  let marks = 0

  fc.assert(
    fc.property(historiesFrom(start), calendarsIn(days), fc.nat(100), ({ facts: history, now }, calendar, part) => {
      const times = new Map(CALENDAR_IDS.map((id) => [id, createBusinessTime(calendar, zone)]))
      const asked = clocksOf(history, times, new Date(now))
      const all = recorded(asked)
      // Some are recorded at once, others wait, as those do at which nothing happens.
      const kept = all.filter((_, index) => (index * 37 + part) % 3 > 0)
      marks += kept.length

      expect(clocksOf([...history, ...kept], times, new Date(now)).map(withoutDepartments)).toEqual(
        asked.map(withoutDepartments),
      )
    }),
    { numRuns: 300 },
  )
  expect(marks).toBeGreaterThan(100)
})

/** The log names departments, and does not keep their ids. */
function withoutDepartments({ marks, warnings, breach, ...clock }: Clock) {
  const shown = ({ share, at, dueAt, owner }: Clock['marks'][number]) => [share, at, dueAt, owner.responsibleName]
  return { ...clock, marks: marks.map(shown), warnings: warnings.map(shown), breach: breach && shown(breach) }
}
