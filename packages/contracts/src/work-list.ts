import { z } from 'zod'
import { CaseQueryText } from './case-query.ts'
import { FieldFilters } from './field-filters.ts'
import { CASES_NAMED_MAX, TAG_LENGTH_MAX } from './limits.ts'
import { Id, Instant, QueryBoolean, Reference, line, pageOf, pageQuery, queryList, searchQuery } from './primitives.ts'
import { defineRoute } from './route.ts'
import { StatusCategory, StatusColor } from './case-status.ts'
import { ClockKind } from './clock-kind.ts'

export const Tag = line(TAG_LENGTH_MAX).meta({ examples: ['printing'] })

export const StatusReference = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Open'] }),
    category: StatusCategory,
    color: StatusColor,
  })
  .meta({ id: 'StatusReference' })

export const PriorityReference = z
  .object({ id: Id, name: z.string().meta({ examples: ['High'] }), level: z.int().meta({ examples: [2] }) })
  .meta({ id: 'PriorityReference' })

export const CaseDue = z
  .object({
    at: Instant.nullable().meta({ description: 'Null while every clock of the case stands still.' }),
    clock: ClockKind,
    state: z.enum(['running', 'paused']).meta({ examples: ['running'] }),
    share: z
      .int()
      .nullable()
      .meta({ description: 'Percent of the target that is used; 100 and more: it is past.', examples: [52] }),
    isByHand: z.boolean().meta({ description: 'A deadline that somebody set (R81).', examples: [false] }),
  })
  .meta({ id: 'CaseDue', description: 'The clock of the case that passes its target first.' })
export type CaseDue = z.infer<typeof CaseDue>

export const CaseSummary = z
  .object({
    id: Id,
    number: z.int().meta({ examples: [1042] }),
    subject: z.string().meta({ examples: ['Cannot print invoices'] }),
    snippet: z.string().meta({
      description: 'The beginning of the last public message.',
      examples: ['Since this morning printing stops with error 0x97.'],
    }),
    customer: Reference,
    contact: Reference.nullable(),
    status: StatusReference,
    priority: PriorityReference,
    type: Reference.nullable(),
    department: Reference,
    responsible: Reference.nullable(),
    deadline: Instant.nullable().meta({ description: 'Set by hand (R81).' }),
    due: CaseDue.nullable().meta({ description: 'Null: nothing is promised and no deadline set, or it is over.' }),
    tags: z.array(z.string()).meta({ examples: [['printing']] }),
    createdAt: Instant,
    lastActivityAt: Instant,
    isUnread: z
      .boolean()
      .meta({ description: 'Something from the other party has not been seen by the caller.', examples: [true] }),
  })
  .meta({ id: 'CaseSummary' })

export type CaseSummary = z.infer<typeof CaseSummary>

const sortKeys = [
  'lastActivityAt',
  'createdAt',
  'solvedAt',
  'due',
  'priority',
  'number',
  'subject',
  'customer',
  'responsible',
  'department',
  'status',
  'type',
  'estimate',
] as const

export const CaseSort = z.enum([...sortKeys, ...sortKeys.map((key) => `-${key}` as const), 'deadline']).meta({
  id: 'CaseSort',
  description:
    '`-` turns it round. Cases without a value come last in either direction; `priority` begins with the most urgent, and those of the same value come the latest activity first. `deadline` is another word for `due`.',
  examples: ['-lastActivityAt'],
})
export type CaseSort = z.infer<typeof CaseSort>

export const CaseGroup = z
  .enum(['status', 'priority', 'responsible', 'customer', 'department', 'type', 'due'])
  .meta({ id: 'CaseGroup', description: 'What cases stand together by.', examples: ['status'] })
export type CaseGroup = z.infer<typeof CaseGroup>

/** How far away a due is, by the company’s days. */
export const DueGroup = z.enum(['past', 'today', 'tomorrow', 'week', 'later', 'none'])
export type DueGroup = z.infer<typeof DueGroup>

export const ListedCase = CaseSummary.extend({
  group: z
    .object({
      key: z
        .string()
        .nullable()
        .meta({
          description: 'An id; for `due` one of past, today, tomorrow, week, later and none. Null: without one.',
          examples: ['today'],
        }),
      name: z
        .string()
        .nullable()
        .meta({ description: 'Null where there is no name.', examples: [null] }),
    })
    .optional()
    .meta({ description: 'Where it stands when the list is asked in groups.' }),
  estimateMinutes: z
    .int()
    .nullable()
    .meta({ description: 'Minutes that the whole work is thought to take.', examples: [90] }),
  mergedIntoNumber: z
    .int()
    .nullable()
    .meta({ description: 'The case that this one went on in.', examples: [null] }),
}).meta({ id: 'ListedCase' })
export type ListedCase = z.infer<typeof ListedCase>

export const caseFilters = {
  q: CaseQueryText.optional().meta({
    description: 'Text of the query language, which holds beside the other filters.',
  }),
  caseIds: queryList(Id, CASES_NAMED_MAX).optional().meta({ description: 'Only these, several separated by commas.' }),
  ...searchQuery,
  status: queryList(StatusCategory)
    .optional()
    .meta({ description: 'Categories of status, separated by commas.', examples: ['new,open'] }),
  isActive: QueryBoolean.optional().meta({
    description: 'True: neither solved, closed nor cancelled.',
    examples: ['true'],
  }),
  responsible: z
    .union([Id, z.enum(['me', 'none'])])
    .optional()
    .meta({ examples: ['me'] }),
  department: z
    .union([Id, z.literal('mine')])
    .optional()
    .meta({ description: 'A department with all below it; `mine` is the caller’s.', examples: ['mine'] }),
  customerId: Id.optional(),
  contactId: Id.optional(),
  typeId: Id.optional(),
  priorityId: Id.optional(),
  projectId: Id.optional(),
  tag: Tag.optional(),
  field: FieldFilters.optional(),
  unread: QueryBoolean.optional().meta({ examples: ['true'] }),
  dueBefore: Instant.optional().meta({ description: 'Due before that moment, or past.' }),
  isBreached: QueryBoolean.optional().meta({ description: 'True: a running clock is past its target.' }),
  isAtRisk: QueryBoolean.optional().meta({
    description: 'True: a running clock has used three quarters of its target, and is not past it.',
  }),
}

export const listCases = defineRoute({
  method: 'GET',
  path: '/api/v1/cases',
  tag: 'Cases',
  summary: 'List cases',
  description:
    'The work list. Search looks for words in subject, dialogue, customer and external reference, and for a number. In groups, the cases of a group follow each other, sorted as asked.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject({
    ...pageQuery,
    ...caseFilters,
    sort: CaseSort.default('-lastActivityAt'),
    group: CaseGroup.optional(),
  }),
  responses: { 200: pageOf(ListedCase) },
  refusals: ['invalid_cursor', 'query_refused'],
  budget: 'search',
})

export const WorkCounts = z
  .object({ mine: z.int(), department: z.int(), unassigned: z.int(), all: z.int() })
  .meta({ id: 'WorkCounts', description: 'Active cases; each figure stops at 100.' })

export type WorkCounts = z.infer<typeof WorkCounts>

export const getWorkCounts = defineRoute({
  method: 'GET',
  path: '/api/v1/case-counts',
  tag: 'Cases',
  summary: 'Count the work',
  description: 'How many active cases stand in each list; a figure of 100 means a hundred or more.',
  access: { audience: 'staff', permission: 'case:read' },
  responses: { 200: WorkCounts },
  refusals: [],
})

export const listTags = defineRoute({
  method: 'GET',
  path: '/api/v1/tags',
  tag: 'Cases',
  summary: 'List tags in use',
  description: 'The most used first, at most 200.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject(searchQuery),
  responses: { 200: z.object({ data: z.array(z.string()).meta({ examples: [['printing']] }) }) },
  refusals: [],
})
