import * as contracts from '@timedesk/contracts/service-calendars'
import type { RouteModule } from '../platform/http/serve.ts'
import { createServiceCalendar } from './create-service-calendar.ts'
import { findCalendarOutlook } from './find-calendar-outlook.ts'
import { findServiceCalendar, findServiceCalendars } from './find-service-calendars.ts'
import { removeCalendarHours } from './remove-calendar-hours.ts'
import { updateServiceCalendar } from './update-service-calendar.ts'

export const serviceCalendarRoutes: RouteModule = (serve) => {
  serve.read(contracts.listServiceCalendars, async ({ reader, query, now }) => ({
    body: { data: await findServiceCalendars(reader, query.isActive, now) },
  }))

  serve.read(contracts.getServiceCalendar, async ({ reader, params, now }) => {
    const calendar = await findServiceCalendar(reader, params.calendarId, now)
    return { body: calendar, version: calendar.version }
  })

  serve.write(contracts.createServiceCalendar, async ({ tx, context, body }) => {
    const id = await createServiceCalendar(tx, context, body)
    const calendar = await findServiceCalendar(tx, id, context.now)
    return { body: calendar, version: calendar.version, location: `/api/v1/service-calendars/${id}` }
  })

  serve.write(contracts.updateServiceCalendar, async ({ tx, context, params, body, ifMatch }) => {
    await updateServiceCalendar(tx, context, { calendarId: params.calendarId, ...body }, ifMatch)
    const calendar = await findServiceCalendar(tx, params.calendarId, context.now)
    return { body: calendar, version: calendar.version }
  })

  serve.write(contracts.removeCalendarHours, async ({ tx, context, params, ifMatch }) => {
    await removeCalendarHours(tx, context, params, ifMatch)
    const calendar = await findServiceCalendar(tx, params.calendarId, context.now)
    return { body: calendar, version: calendar.version }
  })

  serve.read(contracts.getCalendarOutlook, async ({ reader, params, query, now }) => ({
    body: await findCalendarOutlook(reader, params, query, now),
  }))

  serve.read(contracts.createCalendarOutlook, async ({ reader, body, query, now }) => ({
    body: await findCalendarOutlook(reader, body, query, now),
  }))
}
