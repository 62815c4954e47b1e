import { addDays, weekdayOf } from '@timedesk/domain/calendar/days'
import { openingDay } from '@timedesk/domain/calendar/opening-day'
import { rowInForce } from '@timedesk/domain/calendar/row-in-force'
import type { ServiceCalendar } from '@timedesk/domain/calendar/service-calendar'
import type { Pool } from '@timedesk/domain/cover/pool'

import { clockOf } from '../../clock-in.ts'
import { coverOf, unitsOf, type Asked } from './asked.ts'
import type { Example } from './example.ts'
import { payerOf, workOf } from './ground.ts'

const FRIDAY = 5
const SATURDAY = 6
const DAYS_LOOKED_AT = 14
const BEFORE_CLOSING = 30
const AFTER_CLOSING = 75
const MINUTES_PER_DAY = 24 * 60
const TEN = 10 * 60
const ELEVEN = 11 * 60
const MINUTE_MS = 60_000
const WHOLE_PERMILLE = 1000

type Clock = { when: 'weekday' | 'weekend' | 'holiday'; day: string; name: string | null; from: number; to: number }

/** What surcharges make of work around closing time, on the weekend and on a holiday, where the terms know them. */
export function clockExamples(asked: Asked, pool: Pool | null): Example[] {
  const { policy, calendar, weekendFactorPermille, holidayFactorPermille } = asked.terms.afterHours
  if (policy === 'none' || calendar === null) return []
  return [
    closingTime(calendar, asked.day),
    ...(weekendFactorPermille === null ? [] : [weekend(calendar, asked.day)]),
    ...(holidayFactorPermille === null ? [] : [holiday(asked)]),
  ].flatMap((clock) => (clock === null ? [] : [exampleOf(clock, asked, pool)]))
}

/** From half an hour before closing time on; on Fridays where there are any. Null when it never closes. */
function closingTime(calendar: ServiceCalendar, from: string): Clock | null {
  const hours = rowInForce(calendar.versions, from)?.hours ?? []
  const weekdays = hours.map(({ weekday }) => weekday)
  const weekday = weekdays.includes(FRIDAY) ? FRIDAY : weekdays.toSorted((one, other) => other - one)[0]
  const closing = Math.max(...hours.filter((span) => span.weekday === weekday).map(({ to }) => to))
  const day = nextDay(
    from,
    (candidate) => weekdayOf(candidate) === weekday && !openingDay(calendar, candidate).isHoliday,
  )
  if (day === undefined || closing >= MINUTES_PER_DAY || closing < BEFORE_CLOSING) return null
  const to = Math.min(MINUTES_PER_DAY, closing + AFTER_CLOSING)
  return { when: 'weekday', day, name: null, from: closing - BEFORE_CLOSING, to }
}

function weekend(calendar: ServiceCalendar, from: string): Clock | null {
  const isOpen = rowInForce(calendar.versions, from)?.hours.some(({ weekday }) => weekday === SATURDAY) ?? false
  const day = nextDay(
    from,
    (candidate) => weekdayOf(candidate) === SATURDAY && !openingDay(calendar, candidate).isHoliday,
  )
  return isOpen || day === undefined ? null : { when: 'weekend', day, name: null, from: TEN, to: ELEVEN }
}

function holiday({ draft, ground, day }: Asked): Clock | null {
  const calendar = ground.calendars.find(({ id }) => id === draft.afterHours.calendarId)
  const next = calendar?.holidays
    .filter((candidate) => candidate.day >= day)
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))[0]
  return next === undefined ? null : { when: 'holiday', day: next.day, name: next.name, from: TEN, to: ELEVEN }
}

function exampleOf({ from, to, ...clock }: Clock, asked: Asked, pool: Pool | null): Example {
  const { zone } = payerOf(asked.ground)
  const midnight = Date.parse(`${clock.day}T00:00:00Z`)
  const work = {
    ...workOf(clock.day, to - from),
    startMs: zone.toInstant(midnight + from * MINUTE_MS),
    endMs: zone.toInstant(midnight + to * MINUTE_MS),
  }
  const cover = coverOf(asked, pool, work)
  const suggested = cover.explanation.flatMap((step) => (step.step === 'after_hours_suggested' ? [step] : []))
  const stretches = cover.explanation.flatMap((step) => (step.step === 'stretch' ? [step] : []))
  const parts = (suggested.length > 0 ? suggested : stretches).map(({ minutes, factorPermille }) => ({
    minutes,
    factorPermille,
  }))
  return {
    kind: 'clock',
    ...clock,
    ...{ from: clockOf(from), to: clockOf(to), isSuggested: suggested.length > 0 },
    parts: parts.length > 0 ? parts : [{ minutes: cover.billableMinutes, factorPermille: WHOLE_PERMILLE }],
    amount: pool === null ? cover.amount : null,
    units: pool === null || pool.unit === 'unlimited' ? null : unitsOf(cover),
    unit: pool?.unit ?? 'unlimited',
  }
}

function nextDay(from: string, isWanted: (day: string) => boolean): string | undefined {
  return Array.from({ length: DAYS_LOOKED_AT }, (_, days) => addDays(from, days)).find(isWanted)
}
