import { Refusal } from '@timedesk/contracts/refusal'
import type { createServiceCalendar as contract } from '@timedesk/contracts/service-calendars'
import { FIRST_CALENDAR_DAY } from '@timedesk/domain/calendar/service-calendar'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { SERVICE_CALENDARS_MAX } from './find-service-calendars.ts'
import { readSpans, refuseRepeatedDays, storeHolidays, storeHours } from './store-calendar-days.ts'

/** The unique rule of a service calendar. */
export const takenCalendarFields = { service_calendar_name_key: '/body/name' } as const

/** Creates a service calendar, whose hours have always been so. Refuses a name that is taken, spans that share time, and a holiday named twice. */
export async function createServiceCalendar(
  tx: Tx,
  context: Context,
  { name, timeZone, spans: wanted, holidaySet, holidays }: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  const spans = readSpans(wanted)
  refuseRepeatedDays(holidays)
  if ((await tx.serviceCalendar.count()) >= SERVICE_CALENDARS_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(SERVICE_CALENDARS_MAX)} calendars at most.` })
  await refuseTaken(takenCalendarFields, () =>
    tx.rows(Prisma.sql`INSERT INTO service_calendar (id, name, time_zone) VALUES (${id}::uuid, ${name}, ${timeZone})`),
  )
  await storeHours(tx, id, { validFrom: FIRST_CALENDAR_DAY, holidaySet, spans })
  await storeHolidays(tx, id, holidays)
  await appendEvents(tx, context, { kind: 'setting', id }, [
    { type: 'setting.created', setting: 'service_calendar', name },
  ])
  return id
}
