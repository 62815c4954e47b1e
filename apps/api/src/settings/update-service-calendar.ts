import { Refusal } from '@timedesk/contracts/refusal'
import type { updateServiceCalendar as contract } from '@timedesk/contracts/service-calendars'
import { clockText } from '@timedesk/domain/calendar/clock'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { takenCalendarFields } from './create-service-calendar.ts'
import { lockServiceCalendar, type ServiceCalendarRow } from './find-service-calendars.ts'
import { readSpans, refuseRepeatedDays, storeHolidays, storeSpans, type Span } from './store-calendar-days.ts'

/**
 * Changes or deactivates a service calendar; it counts for time that is rated from now on (R80). Refuses a stale
 * version, a name that is taken, spans that share time, and to deactivate one that agreements use.
 */
export async function updateServiceCalendar(
  tx: Tx,
  context: Context,
  { calendarId, ...wanted }: { calendarId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const before = await lockServiceCalendar(tx, calendarId)
  requireVersion(before.version, ifMatch)
  if (wanted.isActive === false && before.isActive && before.agreements > 0)
    throw new Refusal('still_in_use', { detail: `${String(before.agreements)} agreements use it.` })
  if (wanted.holidays !== undefined) refuseRepeatedDays(wanted.holidays)
  const spans = wanted.spans === undefined ? null : inOrder(readSpans(wanted.spans))
  const after = {
    ...before,
    name: wanted.name ?? before.name,
    isActive: wanted.isActive ?? before.isActive,
    spans: spans ?? before.spans,
    holidays: wanted.holidays ?? before.holidays,
  }
  const changes = changesOf(before, after)
  if (changes.length === 0) return
  await refuseTaken(takenCalendarFields, () =>
    tx.rows(Prisma.sql`UPDATE service_calendar SET name = ${after.name}, is_active = ${after.isActive}, version = version + 1
       WHERE id = ${calendarId}::uuid`),
  )
  if (spans !== null) await storeSpans(tx, calendarId, spans)
  if (wanted.holidays !== undefined) await storeHolidays(tx, calendarId, wanted.holidays)
  await appendEvents(tx, context, { kind: 'setting', id: calendarId }, [
    { type: 'setting.changed', setting: 'service_calendar', name: after.name, changes },
  ])
}

function inOrder(spans: readonly Span[]): Span[] {
  return spans.toSorted((one, other) => one.weekday - other.weekday || one.opensAt - other.opensAt)
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

function shownOf({ name, isActive, spans }: ServiceCalendarRow) {
  const hours = spans.map(
    ({ weekday, opensAt, closesAt }) => `${String(weekday)} ${clockText(opensAt)}–${clockText(closesAt)}`,
  )
  return { name, isActive, spans: hours }
}

function holidayText({ day, name }: ServiceCalendarRow['holidays'][number]): string {
  return `${day} ${name}`
}
