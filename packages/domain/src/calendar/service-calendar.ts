/** Opening hours of a weekday, minutes since midnight by the clock; `to` may be 1440. Breaks are gaps between spans. */
export type OpeningSpan = { weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7; from: number; to: number }

/** When service is open, by the clock of the company's zone. Weekday 1 is Monday. Holidays `YYYY-MM-DD` are closed all day. */
export type ServiceCalendar = {
  hours: readonly OpeningSpan[]
  holidays: readonly string[]
}

/** Why a stretch of time has its factor; `weekend` is a Saturday or Sunday outside of opening hours. */
export type StretchReason = 'service_hours' | 'after_hours' | 'weekend' | 'holiday'
