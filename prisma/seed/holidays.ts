import { addDays } from '@timedesk/domain/calendar/days'

const DAY_MS = 24 * 60 * 60 * 1000

export type Holiday = { day: string; name: string }

const fixed = [
  ['01-01', 'New Year’s Day'],
  ['06-05', 'Constitution Day'],
  ['12-24', 'Christmas Eve'],
  ['12-25', 'Christmas Day'],
  ['12-26', 'Second Day of Christmas'],
  ['12-31', 'New Year’s Eve'],
] as const

/** By days from Easter Sunday. */
const movable = [
  [-3, 'Maundy Thursday'],
  [-2, 'Good Friday'],
  [0, 'Easter Sunday'],
  [1, 'Easter Monday'],
  [39, 'Ascension Day'],
  [49, 'Whit Sunday'],
  [50, 'Whit Monday'],
] as const

/** The days of a year on which Danish offices are closed, in order. */
export function danishHolidays(year: number): Holiday[] {
  const easter = easterOf(year)
  const holidays = [
    ...fixed.map(([date, name]) => ({ day: `${String(year)}-${date}`, name })),
    ...movable.map(([days, name]) => ({ day: addDays(easter, days), name })),
  ]
  return mergeSameDay(holidays.sort((one, other) => (one.day < other.day ? -1 : 1)))
}

/** Whit Monday may fall on Constitution Day: one day with both names. */
function mergeSameDay(holidays: readonly Holiday[]): Holiday[] {
  return [...Map.groupBy(holidays, ({ day }) => day)].map(([day, same]) => ({
    day,
    name: same.map(({ name }) => name).join(', '),
  }))
}

/** Easter Sunday by the Gregorian computus. */
function easterOf(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const skipped = Math.floor(century / 4)
  const correction = Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + century - skipped - correction + 15) % 30
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11))
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + skipped) % 7
  const offset = moon - weekday
  const month = 3 + Math.floor((offset + 40) / 44)
  const dayOfMonth = offset + 28 - 31 * Math.floor(month / 4)
  return new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10)
}

const closedDays = new Map<number, ReadonlySet<string>>()

/** Whether a day is a Danish holiday. `day` counts days since 1970. */
export function isHoliday(day: number): boolean {
  const date = new Date(day * DAY_MS)
  const year = date.getUTCFullYear()
  const known = closedDays.get(year) ?? new Set(danishHolidays(year).map((holiday) => holiday.day))
  closedDays.set(year, known)
  return known.has(date.toISOString().slice(0, 10))
}
