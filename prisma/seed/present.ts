import { addDays } from '@timedesk/domain/calendar/days'
import { clockMinutes } from '@timedesk/domain/calendar/clock'
import { createWorkingTime, dayOf, isWorkingDay, zone } from './working-time.ts'
import type { WorkingTime } from './working-time.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** The moment at which the demo company is looked at. Days are `YYYY-MM-DD` in Denmark. */
export type Present = {
  now: Date
  today: string
  time: WorkingTime
  /** The day so many days before today. */
  ago: (days: number) => string
  /** That day when the office was open, else the nearest one before. */
  workdayAgo: (days: number) => string
  /** A moment when the office was open, about so many of its minutes before now. */
  officeAgo: (minutes: number) => Date
}

export function presentAt(now: Date): Present {
  const time = createWorkingTime(now)
  const today = dayOf(now.getTime())
  return {
    now,
    today,
    time,
    ago: (days) => addDays(today, -days),
    workdayAgo: (days) => officeDayUpTo(addDays(today, -days)),
    officeAgo: (minutes) => new Date(time.instantAt(time.now - minutes)),
  }
}

/** The instant of a clock time such as `08:00` on a day. */
export function instantOf(day: string, clock: string): Date {
  return new Date(zone.toInstant(Date.parse(day) + clockMinutes(clock) * MINUTE_MS))
}

export function isOfficeDay(day: string): boolean {
  return isWorkingDay(Date.parse(day) / DAY_MS)
}

/** The day itself when the office is open, else the nearest one before. */
export function officeDayUpTo(day: string): string {
  let open = day
  while (!isOfficeDay(open)) open = addDays(open, -1)
  return open
}

/** The day itself when the office is open, else the next one after. */
export function officeDayFrom(day: string): string {
  let open = day
  while (!isOfficeDay(open)) open = addDays(open, 1)
  return open
}
