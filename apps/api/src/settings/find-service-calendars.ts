import { Refusal } from '@timedesk/contracts/refusal'
import type { ServiceCalendar } from '@timedesk/contracts/service-calendars'
import { clockText } from '@timedesk/domain/calendar/clock'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader, Tx } from '../platform/db/database.ts'

/** How many service calendars there may be; all of them are one answer. */
export const SERVICE_CALENDARS_MAX = 100

/** A calendar as it is stored: opening hours in minutes since midnight. */
export type ServiceCalendarRow = Omit<ServiceCalendar, 'spans'> & {
  spans: { weekday: number; opensAt: number; closesAt: number }[]
}

/** An agreement that has ended uses nothing any more. */
const selection = Prisma.sql`
  SELECT k.id, k.name, k.is_active AS "isActive", k.version,
         (SELECT coalesce(json_agg(json_build_object('weekday', s.weekday, 'opensAt', s.opens_at, 'closesAt', s.closes_at) ORDER BY s.weekday, s.opens_at), '[]')
            FROM service_calendar_span s WHERE s.calendar_id = k.id) AS spans,
         (SELECT coalesce(json_agg(json_build_object('day', h.day::text, 'name', h.name) ORDER BY h.day), '[]')
            FROM service_calendar_holiday h WHERE h.calendar_id = k.id) AS holidays,
         (SELECT count(*)::int FROM agreement a WHERE a.calendar_id = k.id AND a.state <> 'ended') AS agreements
    FROM service_calendar k`

/** Service calendars by name; all of them unless active or inactive ones are asked for. */
export async function findServiceCalendars(reader: Reader, isActive: boolean | undefined): Promise<ServiceCalendar[]> {
  const wanted = isActive === undefined ? Prisma.empty : Prisma.sql`WHERE k.is_active = ${isActive}`
  const rows = await reader.rows<ServiceCalendarRow>(
    Prisma.sql`${selection} ${wanted} ORDER BY k.name, k.id LIMIT ${SERVICE_CALENDARS_MAX}`,
  )
  return rows.map(present)
}

/** One service calendar. Refuses with `not_found`. */
export async function findServiceCalendar(reader: Reader, id: string): Promise<ServiceCalendar> {
  return present(await readServiceCalendar(reader, id))
}

/** One service calendar, held so that no agreement begins to use it meanwhile. Refuses with `not_found`. */
export async function lockServiceCalendar(tx: Tx, id: string): Promise<ServiceCalendarRow> {
  const [, row] = await Promise.all([
    tx.rows(Prisma.sql`SELECT 1 FROM service_calendar WHERE id = ${id}::uuid FOR UPDATE`),
    readServiceCalendar(tx, id),
  ])
  return row
}

async function readServiceCalendar(reader: Reader, id: string): Promise<ServiceCalendarRow> {
  const [row] = await reader.rows<ServiceCalendarRow>(Prisma.sql`${selection} WHERE k.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}

function present({ spans, ...row }: ServiceCalendarRow): ServiceCalendar {
  const clocked = spans.map(({ weekday, opensAt, closesAt }) => ({
    weekday,
    opensAt: clockText(opensAt),
    closesAt: clockText(closesAt),
  }))
  return { ...row, spans: clocked }
}
