import type { Weekday } from './days.ts'

/** Opening hours of a weekday, minutes since midnight by the clock; `to` may be 1440. Breaks are gaps between spans. */
export type OpeningSpan = { weekday: Weekday; from: number; to: number }

/** Public holidays that are worked out rather than listed. */
export type HolidaySet = 'none' | 'denmark'

/** How a calendar opens from a day on, until a later day's version takes over; what was before stays as it was (R80). */
export type CalendarVersion = { validFrom: string; hours: readonly OpeningSpan[]; holidaySet: HolidaySet }

/** When service is open, by a clock on the wall. Weekday 1 is Monday. Holidays are closed all day. */
export type ServiceCalendar = {
  /** IANA name; null: the zone of the company. */
  timeZone: string | null
  /** Closed before the first of them. */
  versions: readonly CalendarVersion[]
  /** Days `YYYY-MM-DD` of its own, beside those of a set. */
  holidays: readonly string[]
}

/** The day from which hours hold that have always been so. */
export const FIRST_CALENDAR_DAY = '1900-01-01'

/** A calendar whose hours have always been the same, with holidays of its own only. */
export function steadyCalendar(hours: readonly OpeningSpan[], holidays: readonly string[] = []): ServiceCalendar {
  return { timeZone: null, versions: [{ validFrom: FIRST_CALENDAR_DAY, hours, holidaySet: 'none' }], holidays }
}
