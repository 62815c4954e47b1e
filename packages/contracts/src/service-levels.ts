import { z } from 'zod'
import { NAME_LENGTH_MAX } from './limits.ts'
import { CaseReference, Day, Id, Instant, Reference, pageOf, pageQuery, queryInteger, text } from './primitives.ts'
import { defineRoute } from './route.ts'
import { PriorityReference } from './work-list.ts'

/** What a row of the report stands for. */
export const ServiceLevelDimension = z
  .enum(['priority', 'type', 'customer', 'department', 'responsible', 'month', 'field'])
  .meta({ id: 'ServiceLevelDimension', examples: ['priority'] })
export type ServiceLevelDimension = z.infer<typeof ServiceLevelDimension>

const MinuteCount = z.number().nullable()
const measured = z.object({
  cases: z.int().meta({ description: 'Cases that have it.', examples: [118] }),
  averageMinutes: MinuteCount.meta({ examples: [42.25] }),
  medianMinutes: MinuteCount.meta({ description: 'Between two of the middle, their mean.', examples: [18.5] }),
  p90Minutes: MinuteCount.meta({ description: 'Nine of ten took no longer; interpolated.', examples: [120] }),
})
const promise = z.object({
  met: z.int().meta({ examples: [110] }),
  missed: z.int().meta({ examples: [8] }),
  metPercent: z
    .string()
    .nullable()
    .meta({ description: 'Two decimals; null without any.', examples: ['93.22'] }),
})

const figures = {
  cases: z.int().meta({ description: 'Created in the period.', examples: [120] }),
  response: measured.meta({ description: 'From creation to the first answer to the customer.' }),
  resolution: measured.meta({
    description: 'From creation to the last solving, without pauses and without the time it was solved or ended.',
  }),
  pausedMinutes: z
    .number()
    .meta({ description: 'Time that the solved cases waited for somebody else.', examples: [5400] }),
  firstResponses: promise.meta({ description: 'First responses that were promised.' }),
  nextResponses: promise.meta({ description: 'Answers to further posts of the customer that were promised.' }),
  resolutions: promise.meta({ description: 'Solutions that were promised, without deadlines set by hand.' }),
  deadlines: promise.meta({ description: 'Deadlines set by hand, told apart (R81).' }),
  breaches: z.int().meta({ description: 'Targets that have passed, each once.', examples: [9] }),
}
export const ServiceLevelRow = z
  .object({
    key: z.string().meta({ description: 'Id, month or value; empty for cases without.' }),
    name: z.string().meta({ description: 'Empty for cases without, which are shown and never dropped.' }),
    ...figures,
  })
  .meta({ id: 'ServiceLevelRow' })
export type ServiceLevelRow = z.infer<typeof ServiceLevelRow>

const filters = {
  from: Day.meta({ description: 'Cases created from this day of the company on.', examples: ['2026-01-01'] }),
  to: Day.meta({ examples: ['2026-03-31'] }),
  by: ServiceLevelDimension.default('priority'),
  fieldId: Id.optional().meta({ description: 'The custom field, with `by=field`.' }),
  customerId: Id.optional(),
  typeId: Id.optional().meta({ description: 'With the types below it.' }),
  priorityId: Id.optional(),
  departmentId: Id.optional().meta({ description: 'With the departments below it.' }),
  responsibleId: Id.optional(),
  calendarId: Id.optional().meta({
    description: 'Measures response, resolution and pauses in the opening hours of a calendar; else around the clock.',
  }),
}
type Asked = { from: string; to: string; by: ServiceLevelDimension; fieldId?: string | undefined }

/** A period ends on the day it begins or later, and a field that rows stand for is named. */
function isAskable({ value: { from, to, by, fieldId }, issues }: z.core.ParsePayload<Asked>): void {
  const refuse = (field: string, message: string) =>
    issues.push({ code: 'custom', path: [field], message, input: field })
  if (to < from) refuse('to', 'Must not be before the first day.')
  if (by === 'field' && fieldId === undefined) refuse('fieldId', 'Say which custom field.')
}
const Format = z.enum(['json', 'csv', 'xlsx', 'xml']).default('json')
const reads = { audience: 'staff', permission: 'service_level:read' } as const

export const getServiceLevels = defineRoute({
  method: 'GET',
  path: '/api/v1/reports/service-levels',
  tag: 'Service levels',
  summary: 'Read response and resolution times',
  description:
    'Of the cases created in a period, by a dimension, from what the log tells; imported cases count like others. Promises are those of service policies. Cancelled cases have no resolution.',
  access: reads,
  query: z.strictObject({ ...filters, format: Format, limit: queryInteger(1, 5_000).default(1_000) }).check(isAskable),
  responses: {
    200: z.object({
      data: z.array(ServiceLevelRow),
      totals: z.object(figures),
      isCut: z.boolean().meta({ description: 'Whether there are more rows than asked for; totals are of all.' }),
      calendar: Reference.nullable(),
    }),
  },
  refusals: ['not_found'],
  budget: 'search',
})

const Result = z
  .enum(['met', 'missed'])
  .nullable()
  .meta({ description: 'Null: not promised, or not decided yet.', examples: ['met'] })
export const ServiceLevelCase = z
  .object({
    case: CaseReference,
    externalReference: z.string().nullable(),
    customer: Reference,
    priority: PriorityReference,
    type: Reference.nullable(),
    department: Reference,
    responsible: Reference.nullable(),
    createdAt: Instant,
    respondedAt: Instant.nullable(),
    responseMinutes: MinuteCount.meta({ examples: [12.5] }),
    resolvedAt: Instant.nullable().meta({ description: 'The last solving; null while it is worked on, or cancelled.' }),
    resolutionMinutes: MinuteCount.meta({ examples: [340.75] }),
    pausedMinutes: z.number().meta({ description: 'Up to the last solving, or to now.', examples: [60] }),
    firstResponse: Result,
    resolution: Result,
    isByHand: z.boolean().meta({ description: 'Whether a deadline set by hand decides on the resolution (R81).' }),
    breaches: z.int().meta({ examples: [0] }),
  })
  .meta({ id: 'ServiceLevelCase' })
export type ServiceLevelCase = z.infer<typeof ServiceLevelCase>

export const listServiceLevelCases = defineRoute({
  method: 'GET',
  path: '/api/v1/reports/service-levels/cases',
  tag: 'Service levels',
  summary: 'Read the cases behind the report',
  description: 'Each with its own times, oldest first. `key` names a row of the report by the same dimension.',
  access: reads,
  query: z
    .strictObject({
      ...filters,
      ...pageQuery,
      key: text(NAME_LENGTH_MAX).optional().meta({ description: 'Only cases of this row; empty for those without.' }),
      format: Format,
    })
    .check(isAskable),
  responses: { 200: pageOf(ServiceLevelCase).extend({ calendar: Reference.nullable() }) },
  refusals: ['not_found', 'invalid_cursor'],
  budget: 'search',
})
