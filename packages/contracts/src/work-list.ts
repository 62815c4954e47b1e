import { z } from 'zod'
import { FieldFilters } from './field-filters.ts'
import { TAG_LENGTH_MAX } from './limits.ts'
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

export const CaseSort = z.enum(['-lastActivityAt', '-createdAt', 'createdAt', 'due', 'deadline', 'priority'])

export const caseFilters = {
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
    'The work list. Search looks for words in subject, dialogue, customer and external reference, and for a number.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject({ ...pageQuery, ...caseFilters, sort: CaseSort.default('-lastActivityAt') }),
  responses: { 200: pageOf(CaseSummary) },
  refusals: ['invalid_cursor'],
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
