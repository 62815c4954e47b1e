import { addDays } from './days.ts'

export type DanishHolidayKey =
  | 'new_years_day'
  | 'maundy_thursday'
  | 'good_friday'
  | 'easter_sunday'
  | 'easter_monday'
  | 'great_prayer_day'
  | 'ascension_day'
  | 'whit_sunday'
  | 'whit_monday'
  | 'christmas_day'
  | 'second_christmas_day'

export type PublicHoliday = { day: string; key: DanishHolidayKey; name: string }

/** The last year in which Great Prayer Day was a holiday. */
const GREAT_PRAYER_DAY_UNTIL = 2023

const fixed = [
  ['01-01', 'new_years_day', 'New Year’s Day'],
  ['12-25', 'christmas_day', 'Christmas Day'],
  ['12-26', 'second_christmas_day', 'Second Day of Christmas'],
] as const

/** By days from Easter Sunday. */
const movable = [
  [-3, 'maundy_thursday', 'Maundy Thursday'],
  [-2, 'good_friday', 'Good Friday'],
  [0, 'easter_sunday', 'Easter Sunday'],
  [1, 'easter_monday', 'Easter Monday'],
  [26, 'great_prayer_day', 'Great Prayer Day'],
  [39, 'ascension_day', 'Ascension Day'],
  [49, 'whit_sunday', 'Whit Sunday'],
  [50, 'whit_monday', 'Whit Monday'],
] as const

/**
 * The public holidays of a year in Denmark, in order. Days that offices choose to close on, such as Constitution Day
 * or Christmas Eve, are none of them: a calendar lists those itself.
 */
export function danishHolidays(year: number): PublicHoliday[] {
  const easter = easterSunday(year)
  return [
    ...fixed.map(([date, key, name]) => ({ day: `${String(year)}-${date}`, key, name })),
    ...movable
      .filter(([, key]) => key !== 'great_prayer_day' || year <= GREAT_PRAYER_DAY_UNTIL)
      .map(([days, key, name]) => ({ day: addDays(easter, days), key, name })),
  ].toSorted((one, other) => (one.day < other.day ? -1 : 1))
}

/** Easter Sunday by the Gregorian computus. */
export function easterSunday(year: number): string {
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
  return new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 'YYYY-MM-DD'.length)
}
