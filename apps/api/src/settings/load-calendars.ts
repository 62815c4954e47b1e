import { createBusinessTime, type BusinessTime } from '@timedesk/domain/calendar/business-time'
import type { ServiceCalendar } from '@timedesk/domain/calendar/service-calendar'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { serviceCalendarJson } from './service-calendar-json.ts'

/** Business times that are kept; each holds the open periods of the years that were asked for. */
const KEPT_MAX = 500

type Row = { id: string; calendar: ServiceCalendar; companyZone: string }

/** By what they were made of: a calendar that changes is another one. */
const kept = new Map<string, BusinessTime>()

/** The business time of every service calendar by its id, inactive ones too: the past goes by them. */
export async function loadCalendars(reader: Reader): Promise<ReadonlyMap<string, BusinessTime>> {
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT k.id, ${serviceCalendarJson} AS calendar, co.time_zone AS "companyZone"
    FROM service_calendar k CROSS JOIN company co`)
  return new Map(rows.map(({ id, calendar, companyZone }) => [id, businessTimeOf(calendar, companyZone)]))
}

/** The business time of a calendar. Working it out is dear, so that of equal calendars is the same, and kept. */
export function businessTimeOf(calendar: ServiceCalendar, companyZone: string): BusinessTime {
  const key = JSON.stringify([companyZone, calendar])
  const time = kept.get(key) ?? createBusinessTime(calendar, zoneNamed(companyZone))
  if (!kept.has(key) && kept.size >= KEPT_MAX) kept.clear()
  kept.set(key, time)
  return time
}
