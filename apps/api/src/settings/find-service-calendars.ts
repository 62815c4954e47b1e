import { Refusal } from '@timedesk/contracts/refusal'
import type { ServiceCalendar } from '@timedesk/contracts/service-calendars'
import { clockText } from '@timedesk/domain/calendar/clock'
import { rowInForce } from '@timedesk/domain/calendar/row-in-force'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader, Tx } from '../platform/db/database.ts'

/** How many service calendars there may be; all of them are one answer. */
export const SERVICE_CALENDARS_MAX = 100

export type SpanRow = { weekday: number; opensAt: number; closesAt: number }
export type HoursRow = { validFrom: string; holidaySet: ServiceCalendar['holidaySet']; spans: SpanRow[] }

/** A calendar as it is stored: opening hours in minutes since midnight, and the day that it is by its clock. */
export type ServiceCalendarRow = Omit<ServiceCalendar, 'spans' | 'hours' | 'holidaySet'> & {
  hours: HoursRow[]
  today: string
}

/** An agreement that has ended uses nothing any more; its time was rated by it all the same. */
function selection(now: Date): Prisma.Sql {
  return Prisma.sql`SELECT k.id, k.name, k.time_zone AS "timeZone", k.is_active AS "isActive", k.version,
    (${now}::timestamptz AT TIME ZONE coalesce(k.time_zone, co.time_zone))::date::text AS today,
    (SELECT coalesce(json_agg(json_build_object('validFrom', v.valid_from, 'holidaySet', v.holiday_set, 'spans',
        (SELECT coalesce(json_agg(json_build_object('weekday', s.weekday, 'opensAt', s.opens_at, 'closesAt', s.closes_at)
          ORDER BY s.weekday, s.opens_at), '[]')
          FROM service_calendar_span s WHERE s.calendar_id = k.id AND s.valid_from = v.valid_from)) ORDER BY v.valid_from), '[]')
      FROM service_calendar_hours v WHERE v.calendar_id = k.id) AS hours,
    (SELECT coalesce(json_agg(json_build_object('day', h.day, 'name', h.name) ORDER BY h.day), '[]')
      FROM service_calendar_holiday h WHERE h.calendar_id = k.id) AS holidays,
    (SELECT count(*)::int FROM agreement a WHERE a.calendar_id = k.id AND a.state <> 'ended') AS agreements,
    (SELECT count(*)::int FROM service_policy p WHERE p.calendar_id = k.id AND p.is_active) AS policies,
    EXISTS (SELECT 1 FROM agreement a WHERE a.calendar_id = k.id)
      OR EXISTS (SELECT 1 FROM service_policy p WHERE p.calendar_id = k.id)
      OR EXISTS (SELECT 1 FROM event e WHERE e.type = 'case.policy_applied' AND e.payload ->> 'calendarId' = k.id::text) AS "isUsed"
    FROM service_calendar k CROSS JOIN company co`
}

/** Service calendars by name; all of them unless active or inactive ones are asked for. */
export async function findServiceCalendars(
  reader: Reader,
  isActive: boolean | undefined,
  now: Date,
): Promise<ServiceCalendar[]> {
  const wanted = isActive === undefined ? Prisma.empty : Prisma.sql`WHERE k.is_active = ${isActive}`
  const rows = await reader.rows<ServiceCalendarRow>(
    Prisma.sql`${selection(now)} ${wanted} ORDER BY k.name, k.id LIMIT ${SERVICE_CALENDARS_MAX}`,
  )
  return rows.map(present)
}

/** One service calendar. Refuses with `not_found`. */
export async function findServiceCalendar(reader: Reader, id: string, now: Date): Promise<ServiceCalendar> {
  return present(await readServiceCalendar(reader, id, now))
}

/** One service calendar, held so that nothing begins to use it meanwhile. Refuses with `not_found`. */
export async function lockServiceCalendar(tx: Tx, id: string, now: Date): Promise<ServiceCalendarRow> {
  const [, row] = await Promise.all([
    tx.rows(Prisma.sql`SELECT 1 FROM service_calendar WHERE id = ${id}::uuid FOR UPDATE`),
    readServiceCalendar(tx, id, now),
  ])
  return row
}

/** One service calendar as it is stored. Refuses with `not_found`. */
export async function readServiceCalendar(reader: Reader, id: string, now: Date): Promise<ServiceCalendarRow> {
  const [row] = await reader.rows<ServiceCalendarRow>(Prisma.sql`${selection(now)} WHERE k.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}

/** The hours that hold on a day; none where the calendar begins later. */
export function hoursOn(hours: readonly HoursRow[], day: string): Omit<HoursRow, 'validFrom'> {
  return rowInForce(hours, day) ?? { holidaySet: 'none', spans: [] }
}

function present({ hours, today, ...row }: ServiceCalendarRow): ServiceCalendar {
  const { spans, holidaySet } = hoursOn(hours, today)
  const shown = hours.map((version) => ({ ...version, spans: clocked(version.spans) }))
  return { ...row, spans: clocked(spans), holidaySet, hours: shown }
}

function clocked(spans: readonly SpanRow[]): ServiceCalendar['spans'] {
  return spans.map(({ weekday, opensAt, closesAt }) => ({
    weekday,
    opensAt: clockText(opensAt),
    closesAt: clockText(closesAt),
  }))
}
