import { Refusal } from '@timedesk/contracts/refusal'
import type { CalendarDraft } from '@timedesk/contracts/service-calendars'
import type { BusinessTime } from '@timedesk/domain/calendar/business-time'
import { addDays } from '@timedesk/domain/calendar/days'
import { rowInForce } from '@timedesk/domain/calendar/row-in-force'
import type { NamedCalendar } from '@timedesk/domain/calendar/outlook'
import { FIRST_CALENDAR_DAY } from '@timedesk/domain/calendar/service-calendar'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { hoursOn, readServiceCalendar, type HoursRow, type ServiceCalendarRow } from './find-service-calendars.ts'
import { businessTimeOf } from './load-calendars.ts'
import { readSpans, refuseRepeatedDays, type Span } from './store-calendar-days.ts'

/** A calendar as it would be, the zone of the company, the day that it is by the calendar's clock, and when drafted hours begin. */
export type DraftedCalendar = { calendar: NamedCalendar; companyZone: string; today: string; validFrom: string }

/**
 * The calendar that a draft makes of the stored one it names, or of nothing. Refuses with `not_found` a calendar that
 * there is none of, and what updating one would refuse of hours and holidays, but for changes of the past.
 */
export async function draftedCalendar(reader: Reader, draft: CalendarDraft, now: Date): Promise<DraftedCalendar> {
  const stored = draft.calendarId === undefined ? null : await readServiceCalendar(reader, draft.calendarId, now)
  const timeZone = draft.timeZone === undefined ? (stored?.timeZone ?? null) : draft.timeZone
  const [company] = await reader.rows<{
    companyZone: string
    today: string
  }>(Prisma.sql`SELECT co.time_zone AS "companyZone",
      (${now}::timestamptz AT TIME ZONE coalesce(${timeZone}::text, co.time_zone))::date::text AS today FROM company co`)
  if (company === undefined) throw new Error('The database has no company')
  const closedDays = draft.holidays ?? stored?.holidays ?? []
  refuseRepeatedDays(closedDays)
  const validFrom =
    draft.validFrom ?? (stored === null ? FIRST_CALENDAR_DAY : firstDayOf({ ...stored, today: company.today }))
  const hours = drafted(stored?.hours ?? [], draft, validFrom)
  return {
    ...company,
    validFrom,
    calendar: {
      timeZone,
      closedDays,
      holidays: closedDays.map(({ day }) => day),
      versions: hours.map(({ spans, ...version }) => ({
        ...version,
        hours: spans.map(({ weekday, opensAt, closesAt }) => ({ weekday, from: opensAt, to: closesAt })),
      })),
    },
  }
}

/**
 * The business time of a calendar as if what a draft changes of its hours had always held, whenever it is to begin: for
 * replays of what has been. Refuses as `draftedCalendar` does.
 */
export async function rehearsedCalendar(reader: Reader, draft: CalendarDraft, now: Date): Promise<BusinessTime> {
  const { calendar, companyZone, validFrom } = await draftedCalendar(reader, draft, now)
  const changesHours = draft.spans !== undefined || draft.holidaySet !== undefined
  const begun = changesHours ? calendar.versions.filter((version) => version.validFrom === validFrom) : []
  const versions = begun.map((version) => ({ ...version, validFrom: FIRST_CALENDAR_DAY }))
  return businessTimeOf({ ...calendar, versions: versions.length > 0 ? versions : calendar.versions }, companyZone)
}

type Wanted = Pick<CalendarDraft, 'spans' | 'holidaySet'>
type Hours = Omit<HoursRow, 'spans'> & { spans: Span[] }

/** Hours in order, with those that are wanted from a day on; they replace what begins on that very day. */
function drafted(stored: readonly HoursRow[], wanted: Wanted, validFrom: string): Hours[] {
  const kept = stored as readonly Hours[]
  if (wanted.spans === undefined && wanted.holidaySet === undefined) return [...kept]
  return [
    ...kept.filter((version) => version.validFrom !== validFrom),
    versionFrom(stored, wanted, validFrom),
  ].toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
}

/** Hours of a calendar that nothing has counted by are replaced, from their first day on; others begin tomorrow (R80). */
export function firstDayOf({ isUsed, hours, today }: Pick<ServiceCalendarRow, 'isUsed' | 'hours' | 'today'>): string {
  return isUsed ? addDays(today, 1) : (rowInForce(hours, today)?.validFrom ?? FIRST_CALENDAR_DAY)
}

/** Hours from a day on: what is wanted of them, and the rest as it holds on that day. */
export function versionFrom(stored: readonly HoursRow[], { spans, holidaySet }: Wanted, validFrom: string): Hours {
  const before = hoursOn(stored, validFrom)
  return {
    validFrom,
    holidaySet: holidaySet ?? before.holidaySet,
    spans: spans === undefined ? (before.spans as Span[]) : readSpans(spans),
  }
}

/** The refusal of a change to what has been. */
export function pastRefused(pointer: string, message: string): Refusal {
  return new Refusal('calendar_past', { detail: message, fields: [{ pointer, code: 'past', message }] })
}
