import { danishHolidays, type PublicHoliday } from './danish-holidays.ts'
import { weekdayOf } from './days.ts'
import { rowInForce } from './row-in-force.ts'
import type { HolidaySet, OpeningSpan, ServiceCalendar } from './service-calendar.ts'

const YEAR_LENGTH = 'YYYY'.length

/** What a day is by a calendar: a holiday, or the hours of its weekday that are in force then, in order. */
export type OpeningDay = { isHoliday: boolean; spans: readonly OpeningSpan[] }

const publicHolidays = new Map<number, ReadonlyMap<string, PublicHoliday>>()

/** The public holiday of a set that a day is, if any. Each year is worked out once. */
export function publicHolidayOn(holidaySet: HolidaySet, day: string): PublicHoliday | null {
  if (holidaySet === 'none') return null
  const year = Number(day.slice(0, YEAR_LENGTH))
  const known =
    publicHolidays.get(year) ?? new Map(danishHolidays(year).map((holiday) => [holiday.day, holiday] as const))
  publicHolidays.set(year, known)
  return known.get(day) ?? null
}

/** The day as the version that is in force then has it. Nothing is open on a holiday, nor before the first version. */
export function openingDay({ versions, holidays }: ServiceCalendar, day: string): OpeningDay {
  const version = rowInForce(versions, day)
  const holidaySet = version?.holidaySet ?? 'none'
  if (holidays.includes(day) || publicHolidayOn(holidaySet, day) !== null) return { isHoliday: true, spans: [] }
  const weekday = weekdayOf(day)
  const spans = version?.hours.filter((span) => span.weekday === weekday) ?? []
  return { isHoliday: false, spans: spans.toSorted((one, other) => one.from - other.from) }
}
