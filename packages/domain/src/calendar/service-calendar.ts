import type { Weekday } from './days.ts'

/** Opening hours of a weekday, minutes since midnight by the clock; `to` may be 1440. Breaks are gaps between spans. */
export type OpeningSpan = { weekday: Weekday; from: number; to: number }

/** When service is open, by the clock of the company's zone. Weekday 1 is Monday. Holidays `YYYY-MM-DD` are closed all day. */
export type ServiceCalendar = {
  hours: readonly OpeningSpan[]
  holidays: readonly string[]
}
