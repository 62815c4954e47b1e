import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CALENDAR_IDS, calendarsIn, historiesFrom } from '../../test/clock-histories.ts'
import { ClockWalk, type Walked } from '../../test/clock-oracle.ts'
import { hangWallClock } from '../../test/wall-clock.ts'
import { createBusinessTime } from '../calendar/business-time.ts'
import { addDays } from '../calendar/days.ts'
import { zoneNamed } from '../time/zone-named.ts'
import type { Clock } from './clock.ts'
import { clocksAt, clocksOf } from './clocks-of.ts'
import { openLedger, tellFact } from './ledger.ts'

const MINUTE_MS = 60_000
const HISTORIES_PER_ZONE = 2_500

/** Zones and the days around a switch of their clocks: forward and back, of half an hour, and at midnight. */
const zones = [
  ['Europe/Copenhagen', '2026-03-20'],
  ['America/New_York', '2026-10-24'],
  ['Australia/Lord_Howe', '2026-03-28'],
  ['America/Santiago', '2026-08-29'],
] as const

function drawnAround(from: string) {
  const days = Array.from({ length: 14 }, (_, index) => addDays(from, index))
  const start = fc.nat(12 * 24 * 60).map((minutes) => Date.parse(from) + (24 * 60 + minutes) * MINUTE_MS)
  const calendars = fc
    .tuple(calendarsIn(days), calendarsIn(days))
    .map((drawn) => new Map(CALENDAR_IDS.map((id, index) => [id, drawn[index] ?? drawn[0]])))
  return fc.record({ history: historiesFrom(start), calendars })
}

test.for(zones)('in %s clocks are what a walk minute by minute makes of them', { timeout: 180_000 }, ([zone, from]) => {
  const wall = hangWallClock(zone, from, addDays(from, 30))
  let dues = 0

  fc.assert(
    fc.property(drawnAround(from), ({ history: { facts, now }, calendars }) => {
      const times = new Map([...calendars].map(([id, calendar]) => [id, createBusinessTime(calendar, zoneNamed(zone))]))
      const walk = new ClockWalk(calendars, wall)
      const walked = walk.walk(facts, now)

      const clocks = clocksOf(facts, times, new Date(now))

      expect(clocks.map(shown)).toEqual(walked.map(walkedShown))
      for (const [index, clock] of clocks.entries()) {
        const due = dueOf(walk, walked[index], clock, now)
        if (due === null) continue
        dues += 1
        expect(clock.dueAt?.getTime()).toBe(due)
      }
    }),
    { numRuns: HISTORIES_PER_ZONE },
  )
  // That the walk seldom leaves the days it knows.
  expect(dues).toBeGreaterThan(HISTORIES_PER_ZONE / 10)
})

function shown({ clock: kind, cycle, state, usedMinutes, marks, result }: Clock) {
  const told = marks.map(({ share, at, owner }) => [share, at.getTime(), owner.responsibleName])
  return { kind, cycle, state, usedMinutes, marks: told, result }
}

function walkedShown({ kind, cycle, state, usedMinutes, marks, result }: Walked) {
  return { kind, cycle, state, usedMinutes, marks, result }
}

/** The due of a clock that runs towards its target; null for others. */
function dueOf(walk: ClockWalk, walked: Walked | undefined, { deadline, target }: Clock, now: number): number | null {
  if (walked?.state !== 'running' || deadline !== null || target === null) return null
  return walked.usedMinutes < target ? walk.walkOn(walked, now) : null
}

test(
  'a log that is told in parts, and asked in between, gives the same clocks as one that is told at once',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(drawnAround('2026-03-20'), fc.array(fc.nat(600)), ({ history: { facts, now }, calendars }, waits) => {
        const zone = zoneNamed('Europe/Copenhagen')
        const times = new Map([...calendars].map(([id, calendar]) => [id, createBusinessTime(calendar, zone)]))
        const ledger = openLedger(times)
        for (const [index, fact] of facts.entries()) {
          tellFact(ledger, fact)
          const next = facts[index + 1]?.at.getTime() ?? now
          clocksAt(ledger, new Date(Math.min(next, fact.at.getTime() + (waits[index] ?? 0) * MINUTE_MS)))
        }

        expect(clocksAt(ledger, new Date(now))).toEqual(clocksOf(facts, times, new Date(now)))
      }),
    )
  },
)

test('what comes later never changes what has passed, nor does asking later', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(drawnAround('2026-03-20'), fc.nat(), ({ history: { facts, now }, calendars }, draw) => {
      const zone = zoneNamed('Europe/Copenhagen')
      const times = new Map([...calendars].map(([id, calendar]) => [id, createBusinessTime(calendar, zone)]))
      const start = facts[0]?.at.getTime() ?? now
      const earlier = new Date(start + (now > start ? draw % (now - start) : 0))

      const before = clocksOf(facts, times, earlier)
      const later = clocksOf(facts, times, new Date(now))

      expect(
        clocksOf(
          facts.filter(({ at }) => at <= earlier),
          times,
          earlier,
        ),
      ).toEqual(before)
      for (const { clock, cycle, marks } of before) {
        const same = later.find((other) => other.clock === clock && other.cycle === cycle)
        expect(same?.marks.slice(0, marks.length) ?? []).toEqual(marks)
      }
    }),
  )
})
