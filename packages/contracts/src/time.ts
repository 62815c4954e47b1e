import { z } from 'zod'
import {
  CaseReference,
  Day,
  HourlyRate,
  Id,
  Instant,
  LongText,
  Minutes,
  Money,
  Reference,
  idParams,
  pageOf,
  pageQuery,
} from './primitives.ts'
import { CoverPiece, RatingStep } from './rating.ts'
import { defineRoute } from './route.ts'

/** Time as it is typed beside a reply, a note or alone. */
export const TimeDraft = z
  .strictObject({
    minutes: Minutes.optional().meta({ description: 'Whole minutes; may be left out when start and end are given.' }),
    startedAt: Instant.optional().meta({
      description: 'With `endedAt`: when it was worked. Split at the company’s midnight (R12).',
    }),
    endedAt: Instant.optional(),
    workDate: Day.optional().meta({ description: 'Today in the company’s time zone unless said otherwise.' }),
    activityTypeId: Id,
    priceClassId: Id.optional().meta({ description: 'The employee’s own unless said otherwise.' }),
    isBillable: z
      .boolean()
      .optional()
      .meta({ description: 'What the activity type and the agreement say unless said otherwise.', examples: [true] }),
    customerText: LongText.optional().meta({
      description: 'What the customer may read on the invoice.',
      examples: ['Reset of the mail profile'],
    }),
    internalText: LongText.optional().meta({ examples: ['Second time this month'] }),
  })
  .meta({ id: 'TimeDraft' })
export type TimeDraft = z.infer<typeof TimeDraft>

export const TimeEntry = z
  .object({
    id: Id,
    employee: Reference,
    case: CaseReference.nullable(),
    customer: Reference.nullable(),
    project: Reference.nullable(),
    task: Reference.nullable(),
    activityType: Reference,
    priceClass: Reference.nullable(),
    workDate: Day,
    bookedOn: Day.meta({ description: 'The day it counts in the books: the work date, or the first open day (R52).' }),
    isLate: z
      .boolean()
      .meta({ description: 'Booked later than it was worked, because a period was closed.', examples: [false] }),
    startedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    minutes: z.int().meta({ description: 'Whole minutes worked; negative in a reversal.', examples: [25] }),
    isBillable: z.boolean().meta({ examples: [true] }),
    billableMinutes: z.int().meta({ description: 'After increment and minimum (R2).', examples: [30] }),
    amount: Money.nullable().meta({
      description: 'What is charged; null when not billable or when no rate was found.',
    }),
    cost: Money.nullable().meta({
      description: 'Actual minutes at the cost rate (R57); null for those who may not see it.',
    }),
    pieces: z.array(CoverPiece).meta({ description: 'What pays for it; empty for those who may not see agreements.' }),
    explanation: z.array(RatingStep),
    agreement: Reference.nullable().meta({ description: 'Whose terms hold.' }),
    state: z
      .enum(['open', 'submitted', 'approved'])
      .meta({ description: 'Of the employee’s week.', examples: ['open'] }),
    correction: z
      .object({
        kind: z.enum(['reversal', 'replacement']),
        entryId: Id.meta({ description: 'The entry that it corrects.' }),
        reason: z.string(),
      })
      .nullable(),
    settled: z
      .object({
        as: z.enum(['drafted', 'invoiced', 'written_off']),
        invoiceId: Id.nullable(),
        number: z
          .string()
          .nullable()
          .meta({ examples: ['F1042'] }),
      })
      .nullable()
      .meta({ description: 'The document that claims it, or that it was written off: its figures are settled (R9).' }),
    isCorrected: z.boolean().meta({ description: 'Whether a reversal takes it back.', examples: [false] }),
    overlaps: z.boolean().meta({
      description: 'Whether another entry of the employee was worked at the same time (R12).',
      examples: [false],
    }),
    can: z
      .object({ edit: z.boolean(), correct: z.boolean(), decideOverage: z.boolean() })
      .meta({ description: 'What the caller may do with it now.' }),
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
  ratePerHour: HourlyRate.optional().meta({
    description: 'A price of its own, with the permission agreement:write (R6).',
  }),
}

/** What time refers to; none of them: internal time. */
const subjectFields = { caseId: Id.optional(), projectId: Id.optional(), taskId: Id.optional() }

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
    agreementId: Id.optional().meta({ description: 'Whose terms hold, or that pays for a part of it.' }),
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
    'On a case, on a project or a task of it, or internal when none is given. Covered and rated at once (R1–R24). Over midnight it becomes an entry for each day; the last one is answered.',
  access: { audience: 'staff', permission: 'time:write' },
  body: z.strictObject({ ...entryFields, ...subjectFields }),
  responses: { 201: TimeEntry },
  refusals: [
    'reference_refused',
    'permission_denied',
    'invalid_minutes',
    'invalid_money',
    'week_closed',
    'period_locked',
  ],
})
export const updateTimeEntry = defineRoute({
  method: 'PATCH',
  path: '/api/v1/time-entries/:entryId',
  tag: 'Time',
  summary: 'Correct a time entry',
  description:
    'Moved too: to another case, project or day. Covered and rated anew, drawn units go back first; the change is in the case’s log. Refused once its week or period is closed: correct it then.',
  access: { audience: 'staff', permission: 'time:write' },
  params: idParams('entryId'),
  body: z
    .strictObject({
      ...TimeDraft.shape,
      startedAt: Instant.nullable(),
      endedAt: Instant.nullable(),
      priceClassId: Id.nullable(),
      ratePerHour: HourlyRate.nullable(),
      caseId: Id.nullable(),
      projectId: Id.nullable(),
      taskId: Id.nullable(),
    })
    .partial(),
  responses: { 200: TimeEntry },
  refusals: [
    'not_found',
    'reference_refused',
    'permission_denied',
    'invalid_minutes',
    'invalid_money',
    'week_closed',
    'period_locked',
    'correction_refused',
    'time_settled',
  ],
  ifMatch: 'optional',
  etag: true,
})
export const removeTimeEntry = defineRoute({
  method: 'DELETE',
  path: '/api/v1/time-entries/:entryId',
  tag: 'Time',
  summary: 'Remove a time entry',
  description: 'The removal is in the case’s log with the minutes it had; drawn units go back.',
  access: { audience: 'staff', permission: 'time:write' },
  params: idParams('entryId'),
  responses: { 204: null },
  refusals: ['not_found', 'permission_denied', 'week_closed', 'period_locked', 'correction_refused', 'time_settled'],
})
