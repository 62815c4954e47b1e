import { Refusal } from '@timedesk/contracts/refusal'
import type { updateServiceCalendar as contract } from '@timedesk/contracts/service-calendars'
import { clockText } from '@timedesk/domain/calendar/clock'
import { FIRST_CALENDAR_DAY } from '@timedesk/domain/calendar/service-calendar'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { rescheduleClocks } from '../service-levels/reschedule-clocks.ts'
import { firstDayOf, pastRefused, versionFrom } from './calendar-of-draft.ts'
import { takenCalendarFields } from './create-service-calendar.ts'
import { hoursOn, lockServiceCalendar, type ServiceCalendarRow, type SpanRow } from './find-service-calendars.ts'
import { refuseRepeatedDays, storeHolidays, storeHours } from './store-calendar-days.ts'

/** How often the hours of a calendar may change. */
const CALENDAR_VERSIONS_MAX = 200

type Wanted = z.output<typeof contract.body>

/**
 * Changes or deactivates a service calendar. Of one that something counts by, nothing changes for days that have begun,
 * today among them (R80): `calendar_past`. Refuses a stale version, a name that is taken, spans that share time, and to deactivate one
 * that agreements or policies use.
 */
export async function updateServiceCalendar(
  tx: Tx,
  context: Context,
  { calendarId, ...wanted }: { calendarId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  const before = await lockServiceCalendar(tx, calendarId, context.now)
  requireVersion(before.version, ifMatch)
  if (wanted.isActive === false && before.isActive) refuseInUse(before)
  if (wanted.holidays !== undefined) refuseRepeatedDays(wanted.holidays)
  const validFrom = wanted.validFrom ?? firstDayOf(before)
  if (before.isUsed) refusePast(before, wanted, validFrom)
  const hours = versionFrom(before.hours, wanted, validFrom)
  const after = {
    ...before,
    name: wanted.name ?? before.name,
    timeZone: wanted.timeZone === undefined ? before.timeZone : wanted.timeZone,
    isActive: wanted.isActive ?? before.isActive,
    holidays: wanted.holidays ?? before.holidays,
  }
  const ofHours = changesBetween(shownHours(hoursOn(before.hours, validFrom)), shownHours(hours))
  const others = changesOf(before, after)
  const changes = [...ofHours, ...(ofHours.length === 0 ? [] : beginning(validFrom)), ...others]
  if (changes.length === 0) return
  await refuseTaken(takenCalendarFields, () =>
    tx.rows(Prisma.sql`UPDATE service_calendar SET name = ${after.name}, time_zone = ${after.timeZone},
         is_active = ${after.isActive}, version = version + 1 WHERE id = ${calendarId}::uuid`),
  )
  if (ofHours.length > 0) {
    refuseTooMany(before)
    await storeHours(tx, calendarId, hours)
  }
  if (wanted.holidays !== undefined) await storeHolidays(tx, calendarId, wanted.holidays)
  await rescheduleClocks(tx, context, calendarId)
  await appendEvents(tx, context, { kind: 'setting', id: calendarId }, [
    { type: 'setting.changed', setting: 'service_calendar', name: after.name, changes },
  ])
}

function refuseInUse({ agreements, policies }: ServiceCalendarRow): void {
  if (agreements > 0) throw new Refusal('still_in_use', { detail: `${String(agreements)} agreements use it.` })
  if (policies > 0) throw new Refusal('still_in_use', { detail: `${String(policies)} service policies use it.` })
}

function refuseTooMany({ hours }: ServiceCalendarRow): void {
  if (hours.length < CALENDAR_VERSIONS_MAX) return
  throw new Refusal('conflict', { detail: `Hours may change ${String(CALENDAR_VERSIONS_MAX)} times at most.` })
}

function refusePast({ today, timeZone, holidays }: ServiceCalendarRow, wanted: Wanted, validFrom: string): void {
  if ((wanted.spans !== undefined || wanted.holidaySet !== undefined) && validFrom <= today)
    throw pastRefused('/body/validFrom', 'Hours can change from tomorrow on.')
  if (wanted.timeZone !== undefined && wanted.timeZone !== timeZone)
    throw pastRefused('/body/timeZone', 'Another zone would change hours that have passed.')
  const past = (days: readonly { day: string }[]) => days.map(({ day }) => day).filter((day) => day <= today)
  const [was, is] = [past(holidays), past(wanted.holidays ?? holidays)]
  const added = is.find((day) => !was.includes(day))
  const at = wanted.holidays?.findIndex(({ day }) => day === added) ?? -1
  if (at >= 0) throw pastRefused(`/body/holidays/${String(at)}/day`, 'This day has begun.')
  const removed = was.find((day) => !is.includes(day))
  if (removed !== undefined) throw pastRefused('/body/holidays', `${removed} has begun and stays a holiday.`)
}

/** Holidays are many, so history tells those only that went and that came. */
function changesOf(before: ServiceCalendarRow, after: ServiceCalendarRow) {
  const was = before.holidays.map(holidayText)
  const is = after.holidays.map(holidayText)
  return changesBetween(
    { ...shownOf(before), holidays: was.filter((holiday) => !is.includes(holiday)) },
    { ...shownOf(after), holidays: is.filter((holiday) => !was.includes(holiday)).toSorted() },
  )
}

function shownOf({ name, timeZone, isActive }: ServiceCalendarRow) {
  return { name, timeZone, isActive }
}

/** Hours that have always been so need not say since when. */
function beginning(validFrom: string) {
  return validFrom === FIRST_CALENDAR_DAY ? [] : [{ field: 'validFrom', from: null, to: validFrom }]
}

/** Opening hours in the order of the week, and the holidays that are worked out, as history tells them. */
export function shownHours({ spans, holidaySet }: { spans: readonly SpanRow[]; holidaySet: string }) {
  const ordered = spans.toSorted((one, other) => one.weekday - other.weekday || one.opensAt - other.opensAt)
  const hours = ordered.map(
    ({ weekday, opensAt, closesAt }) => `${String(weekday)} ${clockText(opensAt)}–${clockText(closesAt)}`,
  )
  return { spans: hours, holidaySet }
}

function holidayText({ day, name }: ServiceCalendarRow['holidays'][number]): string {
  return `${day} ${name}`
}
