import { z } from 'zod'
import { RECURRENCE_INTERVAL_MAX } from './limits.ts'
import {
  CaseReference,
  Day,
  Id,
  Instant,
  Name,
  Reference,
  activeQuery,
  idParams,
  pageOf,
  pageQuery,
} from './primitives.ts'
import { defineRoute } from './route.ts'

const ClockTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)
  .meta({ description: 'By the company’s clock.', examples: ['08:00'] })

/** How often something comes back, counted from the day it starts on. */
export const Recurrence = z
  .strictObject({
    unit: z.enum(['day', 'week', 'month']).meta({ examples: ['month'] }),
    interval: z
      .int()
      .min(1)
      .max(RECURRENCE_INTERVAL_MAX)
      .default(1)
      .meta({ description: 'Every so many units.', examples: [1] }),
    weekdays: z
      .array(z.int().min(1).max(7))
      .max(7)
      .default([])
      .meta({ description: 'Of weeks; 1 is Monday. None: the weekday of the first day.', examples: [[]] }),
    dayOfMonth: z
      .int()
      .min(1)
      .max(31)
      .nullable()
      .default(null)
      .meta({
        description: 'Of months; the last day of those that are shorter. Null: the first day’s.',
        examples: [31],
      }),
  })
  .meta({ id: 'Recurrence' })
export type Recurrence = z.infer<typeof Recurrence>

export const Occurrence = z.object({ day: Day, at: Instant }).meta({ id: 'Occurrence' })
export type Occurrence = z.infer<typeof Occurrence>

export const RecurringCase = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Monthly check of the servers'] }),
    template: Reference,
    customer: Reference,
    contact: Reference.nullable(),
    agreement: Reference.nullable().meta({ description: 'Chosen by hand; null: whichever are for such work.' }),
    every: Recurrence,
    time: ClockTime,
    startsOn: Day,
    endsOn: Day.nullable().meta({ description: 'The last day it may come on.' }),
    next: z.array(Occurrence).meta({ description: 'The next five; none while it is paused or has ended.' }),
    lastCase: CaseReference.nullable(),
    isActive: z.boolean().meta({ description: 'False: paused.', examples: [true] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'RecurringCase' })
export type RecurringCase = z.infer<typeof RecurringCase>

const recurringFields = {
  name: Name.meta({ examples: ['Monthly check of the servers'] }),
  templateId: Id,
  contactId: Id.nullable(),
  agreementId: Id.nullable(),
  every: Recurrence,
  time: ClockTime,
  startsOn: Day,
  endsOn: Day.nullable(),
}

export const listRecurringCases = defineRoute({
  method: 'GET',
  path: '/api/v1/recurring-cases',
  tag: 'Settings',
  summary: 'List recurring cases',
  description: 'By name.',
  access: { audience: 'staff', permission: 'settings:read' },
  query: z.strictObject({ ...pageQuery, ...activeQuery, customerId: Id.optional() }),
  responses: { 200: pageOf(RecurringCase) },
  refusals: ['invalid_cursor'],
})
export const getRecurringCase = defineRoute({
  method: 'GET',
  path: '/api/v1/recurring-cases/:recurringId',
  tag: 'Settings',
  summary: 'Read a recurring case',
  description: 'With its next five days.',
  access: { audience: 'staff', permission: 'settings:read' },
  params: idParams('recurringId'),
  responses: { 200: RecurringCase },
  refusals: ['not_found'],
  etag: true,
})
export const createRecurringCase = defineRoute({
  method: 'POST',
  path: '/api/v1/recurring-cases',
  tag: 'Settings',
  summary: 'Create a recurring case',
  description: 'A case of its template is opened each time; days that have passed already are left out.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject({
    ...recurringFields,
    customerId: Id,
    contactId: recurringFields.contactId.default(null),
    agreementId: recurringFields.agreementId.default(null),
    time: ClockTime.default('08:00'),
    endsOn: recurringFields.endsOn.default(null),
  }),
  responses: { 201: RecurringCase },
  refusals: ['reference_refused'],
})
export const updateRecurringCase = defineRoute({
  method: 'PATCH',
  path: '/api/v1/recurring-cases/:recurringId',
  tag: 'Settings',
  summary: 'Change, pause or resume a recurring case',
  description: 'A new rule counts from now on; days that passed during a pause are not made up for.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('recurringId'),
  body: z.strictObject({ ...recurringFields, isActive: z.boolean() }).partial(),
  responses: { 200: RecurringCase },
  refusals: ['not_found', 'reference_refused'],
  ifMatch: 'required',
  etag: true,
})
export const previewRecurrence = defineRoute({
  method: 'POST',
  path: '/api/v1/recurrence-previews',
  tag: 'Settings',
  summary: 'Preview when a case would come back',
  description: 'The next five times from now on. Nothing is stored.',
  access: { audience: 'staff', permission: 'settings:read' },
  body: z.strictObject({
    every: Recurrence,
    time: ClockTime,
    startsOn: Day,
    endsOn: Day.nullable().default(null),
  }),
  responses: { 200: z.object({ data: z.array(Occurrence) }) },
  refusals: [],
})

export const RecurringRun = z
  .object({
    dueOn: Day,
    state: z.enum(['created', 'skipped']).meta({ examples: ['created'] }),
    case: CaseReference.nullable(),
    reason: z
      .enum(['overtaken', 'refused'])
      .nullable()
      .meta({ description: 'Overtaken: a later one was due too. Refused: something it needs could not be used.' }),
    detail: z
      .string()
      .nullable()
      .meta({ examples: ['The customer does not exist or is not active.'] }),
    at: Instant,
  })
  .meta({ id: 'RecurringRun' })
export type RecurringRun = z.infer<typeof RecurringRun>

export const listRecurringRuns = defineRoute({
  method: 'GET',
  path: '/api/v1/recurring-cases/:recurringId/runs',
  tag: 'Settings',
  summary: 'List what came of a recurring case',
  description: 'Each time it was due, latest first.',
  access: { audience: 'staff', permission: 'settings:read' },
  params: idParams('recurringId'),
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(RecurringRun) },
  refusals: ['not_found', 'invalid_cursor'],
})
