import { z } from 'zod'
import { CALENDAR_SPANS_MAX, HOLIDAYS_MAX, OUTLOOK_DAYS_MAX } from './limits.ts'
import { Day, Id, Instant, Name, TimeZone, activeQuery, idParams, queryInteger } from './primitives.ts'
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
const spans = z.array(CalendarSpan).max(CALENDAR_SPANS_MAX)
const Holiday = z.strictObject({ day: Day, name: Name.meta({ examples: ['Constitution Day'] }) })

/** Public holidays that are worked out rather than listed. */
export const HolidaySet = z.enum(['none', 'denmark']).meta({
  id: 'HolidaySet',
  description: 'Public holidays that are worked out for every year, beside those that are listed.',
  examples: ['denmark'],
})
export type HolidaySet = z.infer<typeof HolidaySet>

const OwnZone = TimeZone.nullable().meta({ description: 'IANA name; null: the company’s.' })
const ValidFrom = Day.meta({
  description: 'First day of these hours; 1900-01-01 where they have always been so.',
  examples: ['2026-12-01'],
})

const CalendarHours = z
  .object({ validFrom: ValidFrom, spans: z.array(CalendarSpan), holidaySet: HolidaySet })
  .meta({ id: 'CalendarHours' })

export const ServiceCalendar = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Weekdays 8–16'] }),
    timeZone: z
      .string()
      .nullable()
      .meta({ description: 'IANA name; null: the company’s.', examples: ['Europe/Copenhagen'] }),
    spans: z.array(CalendarSpan).meta({ description: 'The opening hours of today by its clock; a break is a gap.' }),
    holidaySet: HolidaySet,
    hours: z.array(CalendarHours).meta({
      description: 'All opening hours and holiday sets in order; of those that have begun the last one holds.',
    }),
    holidays: z.array(Holiday).meta({ description: 'Closed days of its own.' }),
    agreements: z.int().meta({ description: 'Agreements that use it.', examples: [3] }),
    policies: z.int().meta({ description: 'Active service policies that use it.', examples: [2] }),
    isUsed: z.boolean().meta({
      description: 'Whether anything counts or has counted by it: then it changes from tomorrow on.',
      examples: [true],
    }),
    isActive: z.boolean().meta({ examples: [true] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'ServiceCalendar' })
export type ServiceCalendar = z.infer<typeof ServiceCalendar>

const calendarFields = {
  name: Name,
  timeZone: OwnZone,
  spans,
  holidaySet: HolidaySet,
  holidays: z.array(Holiday).max(HOLIDAYS_MAX),
}

/** When a calendar is open and what would change; the same for a stored one and for one being written. */
export const CalendarDraft = z
  .strictObject({
    calendarId: Id.optional().meta({ description: 'The stored calendar that is changed; without, a new one.' }),
    timeZone: OwnZone.optional(),
    spans: spans.optional(),
    validFrom: ValidFrom.optional(),
    holidaySet: HolidaySet.optional(),
    holidays: calendarFields.holidays.optional(),
  })
  .meta({ id: 'CalendarDraft' })
export type CalendarDraft = z.infer<typeof CalendarDraft>

const HolidayKey = z
  .string()
  .nullable()
  .meta({ description: 'Names a public holiday of the set; null for one of its own.', examples: ['good_friday'] })
const CalendarOutlook = z
  .object({
    timeZone: z.string().meta({ description: 'The zone whose clock it goes by.', examples: ['Europe/Copenhagen'] }),
    days: z.array(
      z.object({
        day: Day,
        openMinutes: z.int().meta({ description: 'Minutes that pass while it is open.', examples: [480] }),
        holiday: z
          .object({ key: HolidayKey, name: z.string().meta({ examples: ['Good Friday'] }) })
          .nullable()
          .meta({ description: 'Closed all day for it.' }),
        spans: z.array(z.object({ opensAt: Clock, closesAt: Clock, from: Instant, to: Instant })),
      }),
    ),
    holidays: z
      .array(z.object({ day: Day, key: HolidayKey, name: z.string().meta({ examples: ['Good Friday'] }) }))
      .meta({ description: 'The closed days of the next twelve months.' }),
  })
  .meta({ id: 'CalendarOutlook' })
export type CalendarOutlook = z.infer<typeof CalendarOutlook>

const reads = { audience: 'staff', permission: 'settings:read' } as const
const writes = { audience: 'staff', permission: 'settings:write' } as const
const tag = 'Service levels'

export const listServiceCalendars = defineRoute({
  method: 'GET',
  path: '/api/v1/service-calendars',
  tag,
  summary: 'List service calendars',
  description:
    'When service is open: clocks of service levels run then, and agreements charge surcharges outside (R4).',
  access: reads,
  query: z.strictObject(activeQuery),
  responses: { 200: z.object({ data: z.array(ServiceCalendar) }) },
  refusals: [],
})
export const getServiceCalendar = defineRoute({
  method: 'GET',
  path: '/api/v1/service-calendars/:calendarId',
  tag,
  summary: 'Read a service calendar',
  description: 'With all its opening hours and holidays.',
  access: reads,
  params: idParams('calendarId'),
  responses: { 200: ServiceCalendar },
  refusals: ['not_found'],
  etag: true,
})
export const createServiceCalendar = defineRoute({
  method: 'POST',
  path: '/api/v1/service-calendars',
  tag,
  summary: 'Create a service calendar',
  description: 'Its hours count as having always been so. Spans of one weekday may not overlap.',
  access: writes,
  body: z.strictObject({
    ...calendarFields,
    timeZone: OwnZone.default(null),
    holidaySet: HolidaySet.default('none'),
    holidays: calendarFields.holidays.default([]),
  }),
  responses: { 201: ServiceCalendar },
  refusals: ['conflict'],
})
export const updateServiceCalendar = defineRoute({
  method: 'PATCH',
  path: '/api/v1/service-calendars/:calendarId',
  tag,
  summary: 'Change or deactivate a service calendar',
  description:
    '`spans` and `holidaySet` hold from `validFrom` on, and what held before stays (R80). `holidays` replaces those listed. Of a calendar that anything has counted by, nothing changes before tomorrow, and its zone stays.',
  access: writes,
  params: idParams('calendarId'),
  body: z
    .strictObject({ ...calendarFields, isActive: z.boolean() })
    .partial()
    .extend({
      validFrom: ValidFrom.optional().meta({
        description:
          'First day of `spans` and `holidaySet`. Left out: tomorrow, or the first day of today’s hours if nothing has counted by them yet.',
      }),
    }),
  responses: { 200: ServiceCalendar },
  refusals: ['not_found', 'conflict', 'still_in_use', 'calendar_past'],
  ifMatch: 'required',
  etag: true,
})
export const removeCalendarHours = defineRoute({
  method: 'DELETE',
  path: '/api/v1/service-calendars/:calendarId/hours/:validFrom',
  tag,
  summary: 'Take back hours that have not begun',
  description: 'Those of before go on. Hours that hold today or have held are kept.',
  access: writes,
  params: z.strictObject({ calendarId: Id, validFrom: ValidFrom }),
  responses: { 200: ServiceCalendar },
  refusals: ['not_found', 'calendar_past'],
  ifMatch: 'required',
  etag: true,
})

const outlookQuery = {
  from: Day.optional().meta({ description: 'First day shown; today if it is left out.' }),
  days: queryInteger(1, OUTLOOK_DAYS_MAX)
    .default(14)
    .meta({ description: 'How many days.', examples: [14] }),
}
export const getCalendarOutlook = defineRoute({
  method: 'GET',
  path: '/api/v1/service-calendars/:calendarId/outlook',
  tag,
  summary: 'Read when a calendar is open',
  description: 'Day by day, with the instants, and the holidays to come.',
  access: reads,
  params: idParams('calendarId'),
  query: z.strictObject(outlookQuery),
  responses: { 200: CalendarOutlook },
  refusals: ['not_found'],
})
export const createCalendarOutlook = defineRoute({
  method: 'POST',
  path: '/api/v1/calendar-outlooks',
  tag,
  summary: 'See when a calendar would be open',
  description: 'The same for a calendar that is being written or changed. Nothing is stored.',
  access: reads,
  query: z.strictObject(outlookQuery),
  body: CalendarDraft,
  responses: { 200: CalendarOutlook },
  refusals: ['not_found', 'conflict'],
})
