import { danishHolidays } from '@timedesk/domain/calendar/danish-holidays'

const DAY_MS = 24 * 60 * 60 * 1000

export type Holiday = { day: string; name: string }

const chosen = [
  ['06-05', 'Constitution Day'],
  ['12-24', 'Christmas Eve'],
  ['12-31', 'New Year’s Eve'],
] as const

/** The days on which Danish offices choose to close, beside the public holidays. */
export function closingDays(year: number): Holiday[] {
  return chosen.map(([date, name]) => ({ day: `${String(year)}-${date}`, name }))
}

const closedDays = new Map<number, ReadonlySet<string>>()

/** Whether Danish offices are closed on a day of the year. `day` counts days since 1970. */
export function isHoliday(day: number): boolean {
  const date = new Date(day * DAY_MS)
  const year = date.getUTCFullYear()
  const known =
    closedDays.get(year) ?? new Set([...danishHolidays(year), ...closingDays(year)].map((closed) => closed.day))
  closedDays.set(year, known)
  return known.has(date.toISOString().slice(0, 10))
}
