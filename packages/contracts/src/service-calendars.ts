import { z } from 'zod'
import { CALENDAR_SPANS_MAX, HOLIDAYS_MAX } from './limits.ts'
import { Day, Id, Name, activeQuery, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'

const Clock = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/u)
  .meta({ examples: ['08:00'] })
const CalendarSpan = z.strictObject({
  weekday: z
    .int()
    .min(1)
    .max(7)
    .meta({ description: '1 is Monday.', examples: [1] }),
  opensAt: Clock,
  closesAt: Clock.meta({ examples: ['16:00'] }),
})
const Holiday = z.strictObject({ day: Day, name: Name.meta({ examples: ['Good Friday'] }) })

export const ServiceCalendar = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Weekdays 8–16'] }),
    spans: z.array(CalendarSpan).meta({ description: 'Opening hours by the company’s clock; a break is a gap.' }),
    holidays: z.array(Holiday),
    agreements: z.int().meta({ description: 'Agreements that use it.', examples: [3] }),
    isActive: z.boolean().meta({ examples: [true] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'ServiceCalendar' })
export type ServiceCalendar = z.infer<typeof ServiceCalendar>

const calendarFields = {
  name: Name,
  spans: z.array(CalendarSpan).max(CALENDAR_SPANS_MAX),
  holidays: z.array(Holiday).max(HOLIDAYS_MAX),
}

export const listServiceCalendars = defineRoute({
  method: 'GET',
  path: '/api/v1/service-calendars',
  tag: 'Prices',
  summary: 'List service calendars',
  description: 'When service is open; agreements charge surcharges outside of it (R4).',
  access: { audience: 'staff', permission: 'settings:read' },
  query: z.strictObject(activeQuery),
  responses: { 200: z.object({ data: z.array(ServiceCalendar) }) },
  refusals: [],
})
export const getServiceCalendar = defineRoute({
  method: 'GET',
  path: '/api/v1/service-calendars/:calendarId',
  tag: 'Prices',
  summary: 'Read a service calendar',
  description: 'With opening hours and holidays.',
  access: { audience: 'staff', permission: 'settings:read' },
  params: idParams('calendarId'),
  responses: { 200: ServiceCalendar },
  refusals: ['not_found'],
  etag: true,
})
export const createServiceCalendar = defineRoute({
  method: 'POST',
  path: '/api/v1/service-calendars',
  tag: 'Prices',
  summary: 'Create a service calendar',
  description: 'Spans of one weekday may not overlap.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject({ ...calendarFields, holidays: calendarFields.holidays.default([]) }),
  responses: { 201: ServiceCalendar },
  refusals: ['conflict'],
})
export const updateServiceCalendar = defineRoute({
  method: 'PATCH',
  path: '/api/v1/service-calendars/:calendarId',
  tag: 'Prices',
  summary: 'Change or deactivate a service calendar',
  description:
    '`spans` and `holidays` replace what is there. Counts for time that is rated from now on; what is rated stays (R80).',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('calendarId'),
  body: z.strictObject({ ...calendarFields, isActive: z.boolean() }).partial(),
  responses: { 200: ServiceCalendar },
  refusals: ['not_found', 'conflict', 'still_in_use'],
  ifMatch: 'required',
  etag: true,
})
