import * as contracts from '@timedesk/contracts/service-calendars'
import type { RouteModule } from '../platform/http/serve.ts'
import { createServiceCalendar } from './create-service-calendar.ts'
import { findServiceCalendar, findServiceCalendars } from './find-service-calendars.ts'
import { updateServiceCalendar } from './update-service-calendar.ts'

export const serviceCalendarRoutes: RouteModule = (serve) => {
  serve.read(contracts.listServiceCalendars, async ({ reader, query }) => ({
    body: { data: await findServiceCalendars(reader, query.isActive) },
  }))

  serve.read(contracts.getServiceCalendar, async ({ reader, params }) => {
    const calendar = await findServiceCalendar(reader, params.calendarId)
    return { body: calendar, version: calendar.version }
  })

  serve.write(contracts.createServiceCalendar, async ({ tx, context, body }) => {
    const id = await createServiceCalendar(tx, context, body)
    const calendar = await findServiceCalendar(tx, id)
    return { body: calendar, version: calendar.version, location: `/api/v1/service-calendars/${id}` }
  })

  serve.write(contracts.updateServiceCalendar, async ({ tx, context, params, body, ifMatch }) => {
    await updateServiceCalendar(tx, context, { calendarId: params.calendarId, ...body }, ifMatch)
    const calendar = await findServiceCalendar(tx, params.calendarId)
    return { body: calendar, version: calendar.version }
  })
}
