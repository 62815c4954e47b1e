import fc from 'fast-check'
import type { CalendarVersion, OpeningSpan, ServiceCalendar } from '../src/calendar/service-calendar.ts'
import type { AppliedPolicy, ClockFact } from '../src/clocks/facts.ts'
import { isPaused, statusCategories } from '../src/helpdesk/status.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
export const CALENDAR_IDS = ['first', 'second'] as const

const someone = { kind: 'employee', id: null, name: 'Jonas' } as const
/** Targets whose shares in tens and fives of percent are whole minutes. */
const targets = fc.option(
  fc.integer({ min: 1, max: 30 }).map((twenties) => twenties * 20),
  { freq: 5 },
)

const spans: fc.Arbitrary<OpeningSpan[]> = fc
  .uniqueArray(fc.nat(DAY_MINUTES / 15), { minLength: 2, maxLength: 6 })
  .map((quarters) => quarters.toSorted((one, other) => one - other).map((quarter) => quarter * 15))
  .chain((edges) =>
    fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }).map((weekdays) =>
      weekdays.flatMap((weekday) =>
        edges.flatMap((from, index) => {
          const to = edges[index + 1]
          return index % 2 === 1 || to === undefined ? [] : [{ weekday, from, to }]
        }),
      ),
    ),
  )

/** Calendars with breaks, holidays and hours that change, all within a window of days. */
export function calendarsIn(days: readonly string[]): fc.Arbitrary<ServiceCalendar> {
  const version = (validFrom: fc.Arbitrary<string>): fc.Arbitrary<CalendarVersion> =>
    fc.record({ validFrom, hours: spans, holidaySet: fc.constantFrom('none', 'denmark') })
  return fc
    .record({
      holidays: fc.subarray([...days], { maxLength: 3 }),
      first: version(fc.constant('1900-01-01')),
      later: fc.uniqueArray(version(fc.constantFrom(...days)), {
        maxLength: 2,
        selector: ({ validFrom }) => validFrom,
      }),
    })
    .map(({ holidays, first, later }) => ({ timeZone: null, holidays, versions: [...later, first] }))
}

const policies: fc.Arbitrary<AppliedPolicy> = fc
  .record({
    first: targets,
    next: targets,
    resolution: targets,
    shares: fc.subarray([50, 75, 90, 150]),
    calendarId: fc.option(fc.constantFrom(...CALENDAR_IDS), { freq: 4 }),
    keepsDue: fc.nat(4).map((draw) => draw === 0),
  })
  .map(({ first, next, resolution, shares, calendarId, keepsDue }) => ({
    ...{ policyId: 'policy', name: 'Gold', version: 1, why: 'general', priority: 'High' },
    ...{ calendarId, calendarName: calendarId, shares, keepsDue },
    targets: { first_response: first, next_response: next, resolution },
  }))

type Told = { after: number; tell: (at: number) => ClockFact }

const said = (facts: fc.Arbitrary<(at: Date) => Omit<ClockFact, 'at' | 'actor'>>): fc.Arbitrary<Told['tell']> =>
  facts.map((fact) => (at) => ({ at: new Date(at), actor: someone, ...fact(new Date(at)) }) as ClockFact)

const facts: fc.Arbitrary<Told> = fc.record({
  after: fc.oneof(fc.constant(0), fc.nat(120), fc.nat(900)),
  tell: said(
    fc.oneof(
      { weight: 5, arbitrary: statuses() },
      { weight: 4, arbitrary: fc.constantFrom('staff', 'contact').map((by) => () => ({ kind: 'reply', by })) },
      { weight: 2, arbitrary: policies.map((policy) => () => ({ kind: 'policy', policy })) },
      { weight: 1, arbitrary: deadlines() },
      {
        weight: 2,
        arbitrary: fc.constantFrom('Jonas', 'Mette').map((name) => () => ({ kind: 'owner', owner: owner(name) })),
      },
    ) as fc.Arbitrary<(at: Date) => Omit<ClockFact, 'at' | 'actor'>>,
  ),
})

function statuses() {
  return fc
    .record({ category: fc.constantFrom(...statusCategories), isUsual: fc.nat(4).map((draw) => draw > 0) })
    .map(({ category, isUsual }) => () => {
      const pauses = isUsual ? isPaused(category) : !isPaused(category)
      return { kind: 'status', status: category, category, pauses, reason: null }
    })
}

function deadlines() {
  return fc.option(fc.integer({ min: -600, max: 2400 })).map((minutes) => (at: Date) => ({
    kind: 'deadline',
    to: minutes === null ? null : new Date(at.getTime() + minutes * MINUTE_MS),
    reason: null,
  }))
}

function owner(responsibleName: string) {
  return { responsibleId: responsibleName, responsibleName, departmentId: 'support', departmentName: 'Support' }
}

/** The history of a case from a moment on, with a first promise soon after it, and the moment of asking. */
export function historiesFrom(starts: fc.Arbitrary<number>): fc.Arbitrary<{ facts: ClockFact[]; now: number }> {
  return fc
    .record({
      start: starts,
      first: policies,
      delay: fc.nat(2),
      told: fc.array(facts, { maxLength: 10 }),
      last: fc.nat(1500),
    })
    .map(({ start, first, delay, told, last }) => {
      const promise: Told = {
        after: delay,
        tell: (at) => ({ at: new Date(at), actor: someone, kind: 'policy', policy: first }),
      }
      let at = start
      const created: ClockFact = { at: new Date(start), actor: someone, kind: 'created' }
      const rest = [promise, ...told].map(({ after, tell }) => {
        at += after * MINUTE_MS
        return tell(at)
      })
      return { facts: [created, ...rest], now: at + last * MINUTE_MS }
    })
}
