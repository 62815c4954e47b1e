import { z } from 'zod'
import { Day, Id, Instant, LongText, Minutes, Money, Reference, idParams, pageOf, pageQuery } from './primitives.ts'
import { defineRoute } from './route.ts'

/** Time as it is typed beside a reply, a note or alone. */
export const TimeDraft = z
  .strictObject({
    minutes: Minutes,
    workDate: Day.optional().meta({ description: 'Today in the company’s time zone unless said otherwise.' }),
    activityTypeId: Id,
    isBillable: z
      .boolean()
      .optional()
      .meta({ description: 'What the activity type says unless said otherwise.', examples: [true] }),
    customerText: LongText.optional().meta({
      description: 'What the customer may read on the invoice.',
      examples: ['Reset of the mail profile'],
    }),
    internalText: LongText.optional().meta({ examples: ['Second time this month'] }),
  })
  .meta({ id: 'TimeDraft' })
export type TimeDraft = z.infer<typeof TimeDraft>

/** One step of the chain that leads from minutes to money. */
export const RatingStep = z
  .discriminatedUnion('step', [
    z.object({ step: z.literal('not_billable') }),
    z.object({ step: z.literal('rounded'), actual: z.int(), increment: z.int(), minimum: z.int(), billable: z.int() }),
    z.object({
      step: z.literal('rate'),
      source: z.enum([
        'entry',
        'agreement_role_activity',
        'agreement_role',
        'agreement',
        'customer',
        'role',
        'company',
      ]),
      ratePerHour: Money,
    }),
    z.object({ step: z.literal('rate_missing') }),
    z.object({ step: z.literal('amount'), minutes: z.int(), amount: Money }),
  ])
  .meta({ id: 'RatingStep' })
export type RatingStep = z.infer<typeof RatingStep>

export const TimeEntry = z
  .object({
    id: Id,
    employee: Reference,
    case: z
      .object({
        id: Id,
        number: z.int().meta({ examples: [1042] }),
        subject: z.string().meta({ examples: ['Cannot print invoices'] }),
      })
      .nullable(),
    customer: Reference.nullable(),
    project: Reference.nullable(),
    activityType: Reference,
    workDate: Day,
    startedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    minutes: Minutes,
    isBillable: z.boolean().meta({ examples: [true] }),
    billableMinutes: z.int().meta({ description: 'After increment and minimum (R2).', examples: [30] }),
    amount: Money.nullable().meta({ description: 'Null when not billable or when no rate was found.' }),
    explanation: z.array(RatingStep),
    agreement: Reference.nullable(),
    customerText: z.string().meta({ examples: ['Reset of the mail profile'] }),
    internalText: z.string().meta({ examples: [''] }),
    createdAt: Instant,
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'TimeEntry' })
export type TimeEntry = z.infer<typeof TimeEntry>

const entryFields = {
  ...TimeDraft.shape,
  employeeId: Id.optional().meta({ description: 'Somebody else, with the permission time:write_others.' }),
}

export const listTimeEntries = defineRoute({
  method: 'GET',
  path: '/api/v1/time-entries',
  tag: 'Time',
  summary: 'List time entries',
  description: 'Latest work date first.',
  access: { audience: 'staff', permission: 'time:read' },
  query: z.strictObject({
    ...pageQuery,
    caseId: Id.optional(),
    projectId: Id.optional(),
    customerId: Id.optional(),
    employeeId: Id.optional(),
    from: Day.optional(),
    to: Day.optional(),
  }),
  responses: { 200: pageOf(TimeEntry) },
  refusals: ['invalid_cursor'],
})
export const getTimeEntry = defineRoute({
  method: 'GET',
  path: '/api/v1/time-entries/:entryId',
  tag: 'Time',
  summary: 'Read a time entry',
  description: 'With the steps that lead from minutes to money.',
  access: { audience: 'staff', permission: 'time:read' },
  params: idParams('entryId'),
  responses: { 200: TimeEntry },
  refusals: ['not_found'],
  etag: true,
})
export const registerTime = defineRoute({
  method: 'POST',
  path: '/api/v1/time-entries',
  tag: 'Time',
  summary: 'Register time',
  description:
    'On a case, on a project, or internal when neither is given. Rated at once under the customer’s agreement (R1–R8).',
  access: { audience: 'staff', permission: 'time:write' },
  body: z.strictObject({ ...entryFields, caseId: Id.optional(), projectId: Id.optional() }),
  responses: { 201: TimeEntry },
  refusals: ['reference_refused', 'permission_denied'],
})
export const updateTimeEntry = defineRoute({
  method: 'PATCH',
  path: '/api/v1/time-entries/:entryId',
  tag: 'Time',
  summary: 'Correct a time entry',
  description: 'Rated anew when minutes, day or billing change; the change is in the case’s log.',
  access: { audience: 'staff', permission: 'time:write' },
  params: idParams('entryId'),
  body: z.strictObject(TimeDraft.shape).partial(),
  responses: { 200: TimeEntry },
  refusals: ['not_found', 'reference_refused'],
  ifMatch: 'optional',
  etag: true,
})
export const removeTimeEntry = defineRoute({
  method: 'DELETE',
  path: '/api/v1/time-entries/:entryId',
  tag: 'Time',
  summary: 'Remove a time entry',
  description: 'The removal is in the case’s log with the minutes it had.',
  access: { audience: 'staff', permission: 'time:write' },
  params: idParams('entryId'),
  responses: { 204: null },
  refusals: ['not_found'],
})

export const RatingPreview = z
  .object({
    billableMinutes: z.int().meta({ examples: [30] }),
    amount: Money.nullable(),
    explanation: z.array(RatingStep),
    agreement: Reference.nullable(),
  })
  .meta({ id: 'RatingPreview' })
export type RatingPreview = z.infer<typeof RatingPreview>
export const previewTime = defineRoute({
  method: 'POST',
  path: '/api/v1/time-previews',
  tag: 'Time',
  summary: 'Preview what time would be worth',
  description: 'The same engine as registering, without writing anything.',
  access: { audience: 'staff', permission: 'time:read' },
  body: z.strictObject({
    caseId: Id.optional(),
    projectId: Id.optional(),
    minutes: Minutes,
    activityTypeId: Id,
    isBillable: z.boolean().optional(),
  }),
  responses: { 200: RatingPreview },
  refusals: ['reference_refused'],
})

export const Timer = z
  .object({
    case: z
      .object({
        id: Id,
        number: z.int().meta({ examples: [1042] }),
        subject: z.string().meta({ examples: ['Cannot print invoices'] }),
      })
      .nullable(),
    activityType: Reference.nullable(),
    text: z.string().meta({ examples: ['Looking into the printer driver'] }),
    startedAt: Instant,
  })
  .meta({ id: 'Timer' })
export type Timer = z.infer<typeof Timer>
export const getTimer = defineRoute({
  method: 'GET',
  path: '/api/v1/me/timer',
  tag: 'Time',
  summary: 'Read one’s timer',
  description: 'One at most for each employee (R12); `timer` is null when none runs.',
  access: { audience: 'staff', permission: 'time:write' },
  responses: { 200: z.object({ timer: Timer.nullable() }) },
  refusals: [],
})
export const startTimer = defineRoute({
  method: 'POST',
  path: '/api/v1/me/timer',
  tag: 'Time',
  summary: 'Start one’s timer',
  description: 'Refused while another runs, unless `replace` is true, which discards the running one.',
  access: { audience: 'staff', permission: 'time:write' },
  body: z.strictObject({
    caseId: Id.optional(),
    activityTypeId: Id.optional(),
    text: LongText.optional(),
    replace: z.boolean().optional(),
  }),
  responses: { 201: Timer },
  refusals: ['timer_running', 'reference_refused'],
})
export const stopTimer = defineRoute({
  method: 'POST',
  path: '/api/v1/me/timer/stop',
  tag: 'Time',
  summary: 'Stop one’s timer',
  description:
    'Registers the elapsed minutes, at least one and at most a day, split at midnight; answers the last entry. Minutes or a work date in the body make one entry of it.',
  access: { audience: 'staff', permission: 'time:write' },
  body: z.strictObject(TimeDraft.shape).partial().required({ activityTypeId: true }),
  responses: { 201: TimeEntry },
  refusals: ['timer_stopped', 'reference_refused'],
})
export const discardTimer = defineRoute({
  method: 'DELETE',
  path: '/api/v1/me/timer',
  tag: 'Time',
  summary: 'Discard one’s timer',
  description: 'Registers nothing.',
  access: { audience: 'staff', permission: 'time:write' },
  responses: { 204: null },
  refusals: ['timer_stopped'],
})
