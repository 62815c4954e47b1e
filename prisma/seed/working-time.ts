import { createZone } from '@timedesk/domain/time/zone'
import { isHoliday } from './holidays.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const OPENS_AT_MINUTE = 8 * 60
/** How long the office is open each working day. */
export const WORKING_DAY_MINUTES = 8 * 60
const DAYS_BACK = 420
const DAYS_AHEAD = 90
/** Where the demo company is. */
export const zone = createZone('Europe/Copenhagen')

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

/** Whether the office is open. `day` counts days since 1970. */
export function isWorkingDay(day: number): boolean {
  const weekday = new Date(day * DAY_MS).getUTCDay()
  return weekday !== SATURDAY && weekday !== SUNDAY && !isHoliday(day)
}
