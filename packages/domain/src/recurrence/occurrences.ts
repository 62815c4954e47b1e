import type { Recurrence } from '@timedesk/contracts/recurring-cases'
import {
  addDays,
  addMonths,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  laterOf,
  mondayOf,
  monthsBetween,
  weekdayOf,
} from '../calendar/days.ts'

const DAYS_PER_WEEK = 7

/** When something comes back. Days are `YYYY-MM-DD`; both are included. */
export type RecurrenceRule = {
  every: Recurrence
  startsOn: string
  /** Null: for ever. */
  endsOn: string | null
}

/**
 * The days on which something comes back, from a day on, in their order. Counted from the unit that its first day lies
 * in: every second week means that week, the one after the next, and so on. A day that a month does not have is its last.
 */
export function* occurrencesFrom(rule: RecurrenceRule, from: string): Generator<string, void, undefined> {
  const first = laterOf(from, rule.startsOn)
  for (let index = unitsUntil(rule, first); ; index += 1) {
    for (const day of daysOfUnit(rule, index)) {
      if (rule.endsOn !== null && day > rule.endsOn) return
      if (day >= first) yield day
    }
    // A unit that begins behind the last day has no days of its own any more, nor have those after it.
    if (rule.endsOn !== null && unitStart(rule, index) > rule.endsOn) return
  }
}

/** How many intervals lie before a day for sure; an interval of weeks may be one more, which its days then tell. */
function unitsUntil({ every: { unit, interval }, startsOn }: RecurrenceRule, day: string): number {
  if (unit === 'month') return Math.floor(monthsBetween(startsOn, day) / interval)
  const length = unit === 'week' ? DAYS_PER_WEEK : 1
  return Math.floor((daysBetween(startsOn, day) - 1) / length / interval)
}

function unitStart({ every: { unit, interval }, startsOn }: RecurrenceRule, index: number): string {
  if (unit === 'month') return addMonths(firstOfMonth(startsOn), index * interval)
  if (unit === 'week') return addDays(mondayOf(startsOn), index * interval * DAYS_PER_WEEK)
  return addDays(startsOn, index * interval)
}

function daysOfUnit(rule: RecurrenceRule, index: number): string[] {
  const { every, startsOn } = rule
  const start = unitStart(rule, index)
  if (every.unit === 'day') return [start]
  if (every.unit === 'month') {
    const wanted = every.dayOfMonth ?? Number(startsOn.slice('YYYY-MM-'.length))
    const day = addDays(start, wanted - 1)
    return [monthsBetween(start, day) === 0 ? day : lastOfMonth(start)]
  }
  const weekdays = every.weekdays.length === 0 ? [weekdayOf(startsOn)] : [...new Set(every.weekdays)].toSorted()
  return weekdays.map((weekday) => addDays(start, weekday - 1))
}
