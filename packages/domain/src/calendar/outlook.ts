import { zoneNamed } from '../time/zone-named.ts'
import type { Zone } from '../time/zone.ts'
import { clockText } from './clock.ts'
import { addDays } from './days.ts'
import { openPeriods, type OpenPeriod } from './open-periods.ts'
import { publicHolidayOn } from './opening-day.ts'
import { rowInForce } from './row-in-force.ts'
import type { ServiceCalendar } from './service-calendar.ts'

const MINUTE_MS = 60_000
const MINUTES_PER_DAY = 24 * 60

/** A closed day: `key` names a public holiday, and is null for a day of the calendar's own. */
export type ClosedDay = { day: string; key: string | null; name: string }

/** An open time of a day, by its clock and as it really passes. */
export type OpenSpan = { opensAt: string; closesAt: string; from: Date; to: Date }

export type OutlookDay = { day: string; openMinutes: number; holiday: ClosedDay | null; spans: OpenSpan[] }

/** A calendar with the names of its own closed days. */
export type NamedCalendar = ServiceCalendar & { closedDays: readonly { day: string; name: string }[] }

/** The days from one on, as a calendar opens on each. */
export function outlookOf(calendar: NamedCalendar, companyZone: Zone, from: string, days: number): OutlookDay[] {
  const zone = zoneOf(calendar, companyZone)
  return Array.from({ length: days }, (_, index): OutlookDay => {
    const day = addDays(from, index)
    const periods = openPeriods(calendar, zone, startOf(day, zone), startOf(addDays(day, 1), zone))
    const openMs = periods.reduce((sum, { opensMs, closesMs }) => sum + closesMs - opensMs, 0)
    const spans = periods.map((period) => spanOf(period, zone))
    return { day, openMinutes: Math.floor(openMs / MINUTE_MS), holiday: closedDayOn(calendar, day), spans }
  })
}

/** The closed days among so many from one on; each day is told once, and by its own name where it has one. */
export function closedDaysOf(calendar: NamedCalendar, from: string, days: number): ClosedDay[] {
  return Array.from({ length: days }, (_, index) => closedDayOn(calendar, addDays(from, index))).filter(
    (closed) => closed !== null,
  )
}

/** The zone whose clock a calendar goes by. */
export function zoneOf({ timeZone }: ServiceCalendar, companyZone: Zone): Zone {
  return timeZone === null ? companyZone : zoneNamed(timeZone)
}

function closedDayOn({ closedDays, versions }: NamedCalendar, day: string): ClosedDay | null {
  const own = closedDays.find((closed) => closed.day === day)
  if (own !== undefined) return { day, key: null, name: own.name }
  return publicHolidayOn(rowInForce(versions, day)?.holidaySet ?? 'none', day)
}

function startOf(day: string, zone: Zone): number {
  return zone.toInstant(Date.parse(day))
}

function spanOf({ opensMs, closesMs }: OpenPeriod, zone: Zone): OpenSpan {
  return {
    opensAt: clockText(minuteAt(opensMs, zone)),
    // After the last open minute: when the clock jumps there, or the day ends, it shows another time.
    closesAt: clockText(minuteAt(closesMs - MINUTE_MS, zone) + 1),
    from: new Date(opensMs),
    to: new Date(closesMs),
  }
}

function minuteAt(atMs: number, zone: Zone): number {
  return Math.floor((atMs + zone.offsetAt(atMs)) / MINUTE_MS) % MINUTES_PER_DAY
}
