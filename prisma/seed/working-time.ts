import { createZone } from '@timedesk/domain/time/zone'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const OPENS_AT_MINUTE = 8 * 60
/** How long the office is open each working day. */
export const WORKING_DAY_MINUTES = 8 * 60
const DAYS_BACK = 420
const DAYS_AHEAD = 90
const zone = createZone('Europe/Copenhagen')

/** The office's own clock: a position counts the minutes that it was open. */
export type WorkingTime = {
  /** Where today's moment lies; the end of the last working day when the office is closed. */
  now: number
  /** Milliseconds since 1970 of a position. */
  instantAt(position: number): number
  /** Milliseconds since 1970 of a clock time, in minutes after midnight, on the day of a position. */
  instantOn(position: number, minute: number): number
  /** The first position of the working day after. */
  nextDay(position: number): number
}

/** The date of an instant in Denmark, `YYYY-MM-DD`. */
export const dayOf = (at: number) => zone.dateAt(at)
/** Clock time of an instant in Denmark, `HH:MM`. */
export const clockOf = (at: number) => new Date(at + zone.offsetAt(at)).toISOString().slice(11, 16)

/** Working days around `today`, without weekends and Danish public holidays. */
export function createWorkingTime(today: Date): WorkingTime {
  const todayDay = Math.floor((today.getTime() + zone.offsetAt(today.getTime())) / DAY_MS)
  const days: number[] = []
  for (let day = todayDay - DAYS_BACK; day <= todayDay + DAYS_AHEAD; day++) if (isWorkingDay(day)) days.push(day)

  const dayAt = (position: number) => {
    const day = days[Math.floor(position / WORKING_DAY_MINUTES)]
    if (day === undefined) throw new RangeError(`Position ${String(position)} is outside the calendar.`)
    return day
  }
  const instantOn = (position: number, minute: number) => zone.toInstant(dayAt(position) * DAY_MS + minute * MINUTE_MS)
  const instantAt = (position: number) => instantOn(position, OPENS_AT_MINUTE + (position % WORKING_DAY_MINUTES))

  const passed = days.filter((day) => day < todayDay).length * WORKING_DAY_MINUTES
  const openToday = Math.floor((today.getTime() - zone.toInstant(todayDay * DAY_MS)) / MINUTE_MS) - OPENS_AT_MINUTE
  const ofToday = isWorkingDay(todayDay) ? Math.min(Math.max(openToday, 0), WORKING_DAY_MINUTES) : 0
  return {
    now: passed + ofToday - 1,
    instantAt,
    instantOn,
    nextDay: (position) => (Math.floor(position / WORKING_DAY_MINUTES) + 1) * WORKING_DAY_MINUTES,
  }
}

const SATURDAY = 6
const SUNDAY = 0
const fixedHolidays = new Set(['01-01', '06-05', '12-24', '12-25', '12-26', '12-31'])
/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension, Whit Monday. */
const easterHolidays = new Set([-3, -2, 1, 39, 50])

/** Whether the office is open. `day` counts days since 1970. */
export function isWorkingDay(day: number): boolean {
  const date = new Date(day * DAY_MS)
  if (date.getUTCDay() === SATURDAY || date.getUTCDay() === SUNDAY) return false
  if (fixedHolidays.has(date.toISOString().slice(5, 10))) return false
  return !easterHolidays.has(day - easterOf(date.getUTCFullYear()))
}

/** Easter Sunday by the Gregorian computus, in days since 1970. */
function easterOf(year: number): number {
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
  return Date.UTC(year, month - 1, dayOfMonth) / DAY_MS
}
