import { z } from 'zod'
import { Attachment } from './attachments.ts'
import { EventPayload } from './events.ts'
import {
  ATTACHMENTS_PER_MESSAGE_MAX,
  MESSAGE_LENGTH_MAX,
  SUBJECT_LENGTH_MAX,
  TAGS_MAX,
  TAG_LENGTH_MAX,
} from './limits.ts'
import {
  Id,
  Instant,
  Money,
  OptionalLine,
  QueryBoolean,
  Reference,
  idParams,
  line,
  pageOf,
  pageQuery,
  queryList,
  searchQuery,
  text,
} from './primitives.ts'
import { defineRoute } from './route.ts'
import { StatusCategory } from './settings.ts'
import { TimeDraft, TimeEntry } from './time.ts'

export const Subject = line(SUBJECT_LENGTH_MAX).meta({ examples: ['Cannot print invoices'] })
export const MessageBody = text(MESSAGE_LENGTH_MAX)
  .refine((body) => body.trim() !== '', 'Write something.')
  .meta({
    description: 'Markdown. Images refer to attachments as `attachment:<id>`.',
    examples: ['Since this morning printing stops with **error 0x97**.'],
  })
export const AttachmentIds = z
  .array(Id)
  .max(ATTACHMENTS_PER_MESSAGE_MAX)
  .default([])
  .meta({ description: 'Uploaded files that this message claims.', examples: [[]] })
export const Tag = line(TAG_LENGTH_MAX).meta({ examples: ['printing'] })

export const StatusReference = z
  .object({ id: Id, name: z.string().meta({ examples: ['Open'] }), category: StatusCategory })
  .meta({ id: 'StatusReference' })
export const PriorityReference = z
  .object({ id: Id, name: z.string().meta({ examples: ['High'] }), level: z.int().meta({ examples: [2] }) })
  .meta({ id: 'PriorityReference' })

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
    deadline: Instant.nullable(),
    tags: z.array(z.string()).meta({ examples: [['printing']] }),
    createdAt: Instant,
    lastActivityAt: Instant,
    isUnread: z
      .boolean()
      .meta({ description: 'Something from the other party has not been seen by the caller.', examples: [true] }),
  })
  .meta({ id: 'CaseSummary' })
export type CaseSummary = z.infer<typeof CaseSummary>

export const Case = CaseSummary.extend({
  project: Reference.nullable(),
  agreement: Reference.nullable(),
  externalReference: z
    .string()
    .nullable()
    .meta({ examples: ['INC-4711'] }),
  product: z
    .string()
    .nullable()
    .meta({ examples: ['Ledger'] }),
  serviceLevel: z
    .string()
    .nullable()
    .meta({ examples: ['Gold'] }),
  createdVia: z.enum(['desk', 'extranet', 'api', 'import', 'mail']),
  createdByName: z.string().meta({ examples: ['Anna Berg'] }),
  firstRepliedAt: Instant.nullable(),
  solvedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  reopenedCount: z.int().meta({ examples: [0] }),
  time: z
    .object({
      minutes: z.int().meta({ examples: [25] }),
      billableMinutes: z.int().meta({ examples: [30] }),
      amount: Money.nullable(),
    })
    .meta({ description: 'What was registered on the case; the amount only for those who may see it.' }),
  can: z
    .object({
      reply: z.boolean(),
      note: z.boolean(),
      edit: z.boolean(),
      dispatch: z.boolean(),
      registerTime: z.boolean(),
      moveTo: z.array(StatusReference),
    })
    .meta({ description: 'What the caller may do with it now.' }),
  version: z.int().meta({ examples: [3] }),
}).meta({ id: 'Case' })
export type Case = z.infer<typeof Case>

/** A case by its id or, for links that people type, by its number. */
const CaseKey = z.union([Id, z.string().regex(/^[1-9]\d{0,8}$/u)]).meta({ examples: ['1042'] })
const caseParams = idParams('caseId')

export const CaseSort = z.enum(['-lastActivityAt', '-createdAt', 'createdAt', 'deadline', 'priority'])
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
  unread: QueryBoolean.optional().meta({ examples: ['true'] }),
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

export const getCase = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId',
  tag: 'Cases',
  summary: 'Read a case',
  description: 'By id or by number.',
  access: { audience: 'staff', permission: 'case:read' },
  params: z.strictObject({ caseId: CaseKey }),
  responses: { 200: Case },
  refusals: ['not_found'],
  etag: true,
})

export const createCase = defineRoute({
  method: 'POST',
  path: '/api/v1/cases',
  tag: 'Cases',
  summary: 'Create a case',
  description:
    'Dispatched at once: to the given department and person, else by the type’s rule, else to the default queue. The description is the first public message.',
  access: { audience: 'staff', permission: 'case:write' },
  body: z.strictObject({
    subject: Subject,
    description: MessageBody,
    attachmentIds: AttachmentIds,
    customerId: Id,
    contactId: Id.nullable().default(null),
    typeId: Id.nullable().default(null),
    priorityId: Id.optional(),
    departmentId: Id.optional(),
    responsibleId: Id.nullable().default(null),
    projectId: Id.nullable().default(null),
    agreementId: Id.nullable().optional(),
    deadline: Instant.nullable().default(null),
    externalReference: OptionalLine.nullable().default(null),
    product: OptionalLine.nullable().default(null),
    tags: z.array(Tag).max(TAGS_MAX).default([]),
    time: TimeDraft.optional(),
  }),
  responses: { 201: Case },
  refusals: ['reference_refused', 'attachment_claimed'],
})

export const updateCase = defineRoute({
  method: 'PATCH',
  path: '/api/v1/cases/:caseId',
  tag: 'Cases',
  summary: 'Change a case',
  description: 'Null clears a field. Each change is in the case’s log with its value before and after.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z
    .strictObject({
      subject: Subject,
      contactId: Id.nullable(),
      typeId: Id.nullable(),
      priorityId: Id,
      projectId: Id.nullable(),
      agreementId: Id.nullable(),
      deadline: Instant.nullable(),
      externalReference: OptionalLine.nullable(),
      product: OptionalLine.nullable(),
      tags: z.array(Tag).max(TAGS_MAX),
    })
    .partial(),
  responses: { 200: Case },
  refusals: ['not_found', 'reference_refused'],
  ifMatch: 'optional',
  etag: true,
})

export const dispatchCase = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/assignment',
  tag: 'Cases',
  summary: 'Dispatch a case',
  description: 'To a department’s queue (no person) or to a person of it.',
  access: { audience: 'staff', permission: 'case:dispatch' },
  params: caseParams,
  body: z.strictObject({ departmentId: Id, responsibleId: Id.nullable(), comment: OptionalLine.optional() }),
  responses: { 200: Case },
  refusals: ['not_found', 'reference_refused', 'case_closed'],
})
export const changeCaseStatus = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/status',
  tag: 'Cases',
  summary: 'Move a case to another status',
  description: 'The moves of R82; closed cases are reopened by moving them to an open status.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({ statusId: Id, reason: OptionalLine.optional() }),
  responses: { 200: Case },
  refusals: ['not_found', 'status_move_refused', 'reference_refused'],
})
export const markCaseRead = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/read-mark',
  tag: 'Cases',
  summary: 'Mark a case as read',
  description: 'Everything up to now is seen by the caller; its notices on the case are read too.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses: { 204: null },
  refusals: ['not_found'],
})
export const markCaseUnread = defineRoute({
  method: 'DELETE',
  path: '/api/v1/cases/:caseId/read-mark',
  tag: 'Cases',
  summary: 'Mark a case as unread',
  description: 'It counts as unseen by the caller again.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses: { 204: null },
  refusals: ['not_found'],
})

export const Author = z
  .object({
    kind: z.enum(['employee', 'contact', 'token', 'system', 'import']),
    id: Id.nullable(),
    name: z.string().meta({ examples: ['Anna Berg'] }),
  })
  .meta({ id: 'Author' })
const message = {
  id: Id,
  at: Instant,
  author: Author,
  body: z.string().meta({ examples: ['Since this morning printing stops.'] }),
  attachments: z.array(Attachment),
}
export const ReplyItem = z
  .object({ kind: z.literal('reply'), ...message, isDescription: z.boolean() })
  .meta({ id: 'ReplyItem' })
export const NoteItem = z.object({ kind: z.literal('note'), ...message }).meta({ id: 'NoteItem' })
export const TimeItem = z
  .object({
    kind: z.literal('time'),
    id: Id,
    at: Instant,
    entry: TimeEntry,
    messageId: Id.nullable().meta({ description: 'The reply or note it was registered with.' }),
  })
  .meta({ id: 'TimeItem' })
export const EventItem = z
  .object({ kind: z.literal('event'), id: Id, at: Instant, author: Author, event: EventPayload })
  .meta({ id: 'EventItem' })
export const TimelineItem = z
  .discriminatedUnion('kind', [ReplyItem, NoteItem, TimeItem, EventItem])
  .meta({ id: 'TimelineItem' })
export type TimelineItem = z.infer<typeof TimelineItem>
export const Lane = z.enum(['dialogue', 'internal', 'time', 'changes'])
export type Lane = z.infer<typeof Lane>

export const listTimeline = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/timeline',
  tag: 'Cases',
  summary: 'Read the case log',
  description: 'Dialogue, notes, time and every change in one order of time; `lanes` filters.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  query: z.strictObject({
    ...pageQuery,
    lanes: queryList(Lane)
      .optional()
      .meta({ examples: ['dialogue,internal'] }),
    order: z.enum(['asc', 'desc']).default('asc'),
  }),
  responses: { 200: pageOf(TimelineItem) },
  refusals: ['not_found', 'invalid_cursor'],
})

export const postReply = defineRoute({
  method: 'POST',
  path: '/api/v1/cases/:caseId/replies',
  tag: 'Cases',
  summary: 'Reply to the customer',
  description: 'Public. May move the case and register time in the same go: all of it happens, or nothing.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({
    body: MessageBody,
    attachmentIds: AttachmentIds,
    statusId: Id.optional(),
    time: TimeDraft.optional(),
  }),
  responses: { 201: ReplyItem },
  refusals: ['not_found', 'case_closed', 'status_move_refused', 'reference_refused', 'attachment_claimed'],
})
export const writeNote = defineRoute({
  method: 'POST',
  path: '/api/v1/cases/:caseId/notes',
  tag: 'Cases',
  summary: 'Write an internal note',
  description: 'Staff only; customers never see it. May move the case and register time in the same go.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({
    body: MessageBody,
    attachmentIds: AttachmentIds,
    statusId: Id.optional(),
    time: TimeDraft.optional(),
  }),
  responses: { 201: NoteItem },
  refusals: ['not_found', 'status_move_refused', 'reference_refused', 'attachment_claimed'],
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
