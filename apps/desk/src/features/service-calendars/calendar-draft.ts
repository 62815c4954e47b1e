import type { HolidaySet, ServiceCalendar } from '@timedesk/contracts/service-calendars'

import { clockOf, minutesOfClock } from '../../shared/clock-in.ts'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof WEEKDAYS)[number]

const MINUTES_PER_DAY = 1440
const WORKING_DAYS: readonly number[] = [1, 2, 3, 4, 5]

/** Opening hours of a day as clocks, as typed. `key` tells spans apart. */
export type SpanDraft = { key: string; weekday: number; opensAt: string; closesAt: string }
export type HolidayDraft = { day: string; name: string }

/** A service calendar as it is written in the form; named as the fields of the request. */
export type CalendarDraft = {
  name: string
  /** IANA name; null: the company's. */
  timeZone: string | null
  holidaySet: HolidaySet
  /** The first day of the hours and the holiday set as they are written. */
  validFrom: string
  spans: readonly SpanDraft[]
  holidays: readonly HolidayDraft[]
  isActive: boolean
}

/** Weekdays from eight to four, to be changed. */
export function emptyCalendar(): CalendarDraft {
  const spans = WORKING_DAYS.map((weekday) => ({
    ...{ key: String(weekday), weekday },
    ...{ opensAt: '08:00', closesAt: '16:00' },
  }))
  return { name: '', timeZone: null, holidaySet: 'none', validFrom: '', spans, holidays: [], isActive: true }
}

export function draftOfCalendar(calendar: ServiceCalendar, today: string): CalendarDraft {
  const { name, timeZone, holidaySet, spans, holidays, isActive } = calendar
  return {
    ...{ name, timeZone, holidaySet, isActive, validFrom: today },
    spans: spans.map(({ weekday, opensAt, closesAt }) => ({
      ...{ key: `${weekday} ${opensAt}`, weekday, opensAt, closesAt },
    })),
    holidays: holidays.toSorted(byDay),
  }
}

/** The opening hours as the API takes them; an end at midnight is that of the day. */
export function wireSpans(spans: readonly SpanDraft[]) {
  return spans.map(({ weekday, opensAt, closesAt }) => ({
    weekday,
    opensAt: clockOf(minutesOfClock(opensAt) ?? 0),
    closesAt: clockOf(endOf(closesAt)),
  }))
}

function endOf(closesAt: string): number {
  const minutes = minutesOfClock(closesAt) ?? 0
  return minutes === 0 ? MINUTES_PER_DAY : minutes
}

/** Whether all opening hours can be read. */
export function areReadable(spans: readonly SpanDraft[]): boolean {
  return !spans.some(({ opensAt, closesAt }) => minutesOfClock(opensAt) === null || minutesOfClock(closesAt) === null)
}

/** Monday's hours on all working days. */
export function copyMonday(spans: readonly SpanDraft[]): SpanDraft[] {
  const ofMonday = spans.filter(({ weekday }) => weekday === WORKING_DAYS[0])
  const copies = WORKING_DAYS.flatMap((weekday) =>
    ofMonday.map((span) => ({ ...span, weekday, key: `${weekday} ${span.key}` })),
  )
  return [...copies, ...spans.filter(({ weekday }) => !WORKING_DAYS.includes(weekday))]
}

/** Adds holidays; a day that is there already takes the new name. */
export function addHolidays(before: readonly HolidayDraft[], added: readonly HolidayDraft[]): HolidayDraft[] {
  const byDate = new Map([...before, ...added].map((holiday) => [holiday.day, holiday]))
  return [...byDate.values()].toSorted(byDay)
}

function byDay(one: HolidayDraft, other: HolidayDraft): number {
  return one.day < other.day ? -1 : 1
}

/** Whether what is valid from a day was changed, rather than what counts at once. */
export function changesHours({ spans, holidaySet }: Partial<CalendarDraft>): boolean {
  return spans !== undefined || holidaySet !== undefined
}
