import { Refusal } from '@timedesk/contracts/refusal'
import type { HolidaySet, ServiceCalendar } from '@timedesk/contracts/service-calendars'
import { checkHours } from '@timedesk/domain/calendar/check-hours'
import { clockMinutes } from '@timedesk/domain/calendar/clock'
import type { Weekday } from '@timedesk/domain/calendar/days'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'

/**
 * Opening hours as the wire gives them, in minutes since midnight. Refuses a span that ends before it starts, and with
 * `conflict` one that shares time with another; both point at it.
 */
export function readSpans(spans: ServiceCalendar['spans']): Span[] {
  const read = spans.map(({ weekday, opensAt, closesAt }) => ({
    // The contract lets nothing but 1 to 7 through.
    weekday: weekday as Weekday,
    from: clockMinutes(opensAt),
    to: clockMinutes(closesAt),
  }))
  const wrong = checkHours(read)
  if (wrong === null) return read.map(({ weekday, from, to }) => ({ weekday, opensAt: from, closesAt: to }))
  const pointer = `/body/spans/${String(wrong.at)}`
  if (wrong.problem === 'overlaps')
    throw refusal('conflict', pointer, 'overlaps', 'Shares time with another span of that weekday.')
  throw refusal('invalid_request', `${pointer}/closesAt`, 'before_start', 'Must be after the opening.')
}

export type Span = { weekday: Weekday; opensAt: number; closesAt: number }

/** Refuses with `conflict` a day that is named twice. */
export function refuseRepeatedDays(holidays: ServiceCalendar['holidays']): void {
  const days = holidays.map(({ day }) => day)
  const at = days.findIndex((day, index) => days.indexOf(day) < index)
  if (at >= 0) throw refusal('conflict', `/body/holidays/${String(at)}/day`, 'taken', 'This day is a holiday already.')
}

/** Stores how a calendar opens from a day on; it replaces what begins on that very day. */
export async function storeHours(
  tx: Tx,
  calendarId: string,
  { validFrom, holidaySet, spans }: { validFrom: string; holidaySet: HolidaySet; spans: readonly Span[] },
): Promise<void> {
  await tx.rows(Prisma.sql`INSERT INTO service_calendar_hours (calendar_id, valid_from, holiday_set)
    VALUES (${calendarId}::uuid, ${validFrom}::date, ${holidaySet})
    ON CONFLICT (calendar_id, valid_from) DO UPDATE SET holiday_set = excluded.holiday_set`)
  await tx.rows(
    Prisma.sql`DELETE FROM service_calendar_span WHERE calendar_id = ${calendarId}::uuid AND valid_from = ${validFrom}::date`,
  )
  await tx.rows(Prisma.sql`
    INSERT INTO service_calendar_span (calendar_id, valid_from, weekday, opens_at, closes_at)
    SELECT ${calendarId}::uuid, ${validFrom}::date, g.weekday, g.opens_at, g.closes_at
      FROM unnest(${spans.map(({ weekday }) => weekday)}::int[], ${spans.map(({ opensAt }) => opensAt)}::int[],
        ${spans.map(({ closesAt }) => closesAt)}::int[]) AS g (weekday, opens_at, closes_at)`)
}

/** Replaces the holidays of a calendar. */
export async function storeHolidays(tx: Tx, calendarId: string, holidays: ServiceCalendar['holidays']): Promise<void> {
  await tx.rows(Prisma.sql`DELETE FROM service_calendar_holiday WHERE calendar_id = ${calendarId}::uuid`)
  await tx.rows(Prisma.sql`
    INSERT INTO service_calendar_holiday (calendar_id, day, name)
    SELECT ${calendarId}::uuid, g.day, g.name
      FROM unnest(${holidays.map(({ day }) => day)}::date[], ${holidays.map(({ name }) => name)}::text[]) AS g (day, name)`)
}

function refusal(code: 'conflict' | 'invalid_request', pointer: string, problem: string, message: string): Refusal {
  return new Refusal(code, { detail: message, fields: [{ pointer, code: problem, message }] })
}
