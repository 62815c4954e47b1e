const DAY_MS = 24 * 60 * 60_000
const DAYS_PER_WEEK = 7
const MONTHS_PER_YEAR = 12

/** ISO: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Days here are texts `YYYY-MM-DD`, which compare as texts. Every function throws a RangeError for a text that is no day. */
export function addDays(day: string, days: number): string {
  return dayOf(msOf(day) + days * DAY_MS)
}

/** How many days there are from one to another with both of them; zero or less when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return (msOf(to) - msOf(from)) / DAY_MS + 1
}

export function weekdayOf(day: string): Weekday {
  const fromSunday = new Date(msOf(day)).getUTCDay()
  return (fromSunday === 0 ? DAYS_PER_WEEK : fromSunday) as Weekday
}

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day))
}

/**
 * The day so many months from an anchor, clipped to the month's length: a month from 31 January is the last of
 * February. Always counted from the anchor, since a clipped day has forgotten what it was clipped from (R31).
 */
export function addMonths(anchor: string, months: number): string {
  const at = new Date(msOf(anchor))
  const first = new Date(0)
  first.setUTCFullYear(at.getUTCFullYear(), at.getUTCMonth() + months, 1)
  const last = new Date(0)
  last.setUTCFullYear(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)
  return addDays(dayOf(first.getTime()), Math.min(at.getUTCDate(), last.getUTCDate()) - 1)
}

/** How many months of the calendar lie between the months of two days; negative when `to` comes first. */
export function monthsBetween(from: string, to: string): number {
  return monthNumber(to) - monthNumber(from)
}

export function firstOfMonth(day: string): string {
  return addDays(day, 1 - new Date(msOf(day)).getUTCDate())
}

export function lastOfMonth(day: string): string {
  return addDays(addMonths(firstOfMonth(day), 1), -1)
}

export function earlierOf(one: string, other: string): string {
  return one < other ? one : other
}

export function laterOf(one: string, other: string): string {
  return one > other ? one : other
}

function monthNumber(day: string): number {
  const at = new Date(msOf(day))
  return at.getUTCFullYear() * MONTHS_PER_YEAR + at.getUTCMonth()
}

function msOf(day: string): number {
  const ms = Date.parse(day)
  if (Number.isNaN(ms) || dayOf(ms) !== day) throw new RangeError(`Not a day: ${day}`)
  return ms
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 'YYYY-MM-DD'.length)
}
