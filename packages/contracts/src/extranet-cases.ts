import { z } from 'zod'
import { AttachmentIds, MessageBody, Subject } from './cases.ts'
import { CaseField, CaseFieldValue, FieldValues } from './custom-fields.ts'
import { EventItem, ReplyItem } from './dialogue.ts'
import { Excerpt, FoundIn } from './search.ts'
import { StatusReference } from './work-list.ts'
import {
  CaseReference,
  Id,
  Instant,
  OptionalLine,
  QueryBoolean,
  Reference,
  idParams,
  pageOf,
  pageQuery,
  queryList,
  searchQuery,
} from './primitives.ts'
import { defineRoute } from './route.ts'
import { StatusCategory } from './case-status.ts'

/** Who has to act next, in plain words. */
export const Ball = z.enum(['us', 'customer', 'third_party', 'nobody']).meta({ id: 'Ball', examples: ['us'] })

export const ExtranetCaseSummary = z
  .object({
    id: Id,
    number: z.int().meta({ examples: [1042] }),
    subject: z.string().meta({ examples: ['Cannot print invoices'] }),
    snippet: z.string().meta({
      description: 'Empty for those who may not read the dialogue.',
      examples: ['Since this morning printing stops.'],
    }),
    status: StatusReference.omit({ id: true }).meta({
      description: 'Named in words for customers: the company’s own, else the standard ones of the category.',
    }),
    ball: Ball,
    contact: Reference.nullable(),
    isMine: z.boolean().meta({ examples: [true] }),
    type: Reference.nullable(),
    priority: z.string().meta({ examples: ['High'] }),
    createdAt: Instant,
    lastActivityAt: Instant,
    isUnread: z.boolean().meta({ examples: [true] }),
  })
  .meta({ id: 'ExtranetCaseSummary' })
export type ExtranetCaseSummary = z.infer<typeof ExtranetCaseSummary>

export const ExtranetCase = ExtranetCaseSummary.extend({
  responsible: z
    .string()
    .nullable()
    .meta({ description: 'The name of the person who works on it.', examples: ['Mette Holm'] }),
  project: Reference.nullable(),
  externalReference: z
    .string()
    .nullable()
    .meta({ examples: ['INC-4711'] }),
  product: z
    .string()
    .nullable()
    .meta({ examples: ['Ledger'] }),
  fields: z
    .array(CaseFieldValue.extend({ isEditable: z.boolean().meta({ examples: [true] }) }))
    .meta({ description: 'Custom fields that contacts see: those with a value, and those they may fill in.' }),
  deadline: Instant.nullable(),
  solvedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  resolution: z.string().meta({
    description: 'What solved it, in Markdown; empty for those who may not read the dialogue.',
    examples: ['The printer driver was replaced.'],
  }),
  reopenUntil: Instant.nullable().meta({
    description: 'Until when an answer takes a closed case up again; null: for ever, or it is not closed.',
  }),
  movesAt: Instant.nullable().meta({
    description:
      'When the case is solved or closed by itself unless somebody answers; told once its contact is warned.',
  }),
  mergedInto: CaseReference.nullable().meta({
    description: 'The case that this one goes on in; an answer to this one lands there.',
  }),
  follows: CaseReference.nullable().meta({ description: 'The closed case that this one goes on from.' }),
  followUps: z.array(CaseReference).meta({ description: 'Cases that go on from this one; by number, at most 100.' }),
  can: z.object({
    reply: z.boolean().meta({ description: 'Answer; where `reopen` is true, that takes the case up again.' }),
    solve: z.boolean(),
    reopen: z.boolean(),
    followUp: z
      .boolean()
      .meta({ description: 'Report a new case that goes on from this one, which has ended for good.' }),
  }),
  version: z.int().meta({ examples: [2] }),
}).meta({ id: 'ExtranetCase' })
export type ExtranetCase = z.infer<typeof ExtranetCase>

export const ExtranetExcerpt = Excerpt.omit({ by: true, in: true })
  .extend({ in: FoundIn.exclude(['number', 'note', 'side', 'tag', 'customer']) })
  .meta({ id: 'ExtranetExcerpt' })
export type ExtranetExcerpt = z.infer<typeof ExtranetExcerpt>

export const ExtranetListedCase = ExtranetCaseSummary.extend({
  excerpts: z.array(ExtranetExcerpt).meta({
    description: 'Where the words of a search stand, the subject first; empty without a search.',
  }),
}).meta({ id: 'ExtranetListedCase' })
export type ExtranetListedCase = z.infer<typeof ExtranetListedCase>

const caseParams = idParams('caseId')
const CaseKey = z.union([Id, z.string().regex(/^[1-9]\d{0,8}$/u)]).meta({ examples: ['1042'] })

export const extranetListCases = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/cases',
  tag: 'Extranet: cases',
  summary: 'List cases',
  description: 'One’s own, and the customer’s for those who see all; latest activity first.',
  access: { audience: 'contact', permission: 'case:read' },
  query: z.strictObject({
    ...pageQuery,
    ...searchQuery,
    mine: QueryBoolean.optional().meta({ examples: ['true'] }),
    isActive: QueryBoolean.optional().meta({ examples: ['true'] }),
    status: queryList(StatusCategory)
      .optional()
      .meta({ examples: ['waiting_customer'] }),
  }),
  responses: { 200: pageOf(ExtranetListedCase) },
  refusals: ['invalid_cursor'],
  budget: 'search',
})
export const extranetGetCase = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/cases/:caseId',
  tag: 'Extranet: cases',
  summary: 'Read a case',
  description: 'By id or by number.',
  access: { audience: 'contact', permission: 'case:read' },
  params: z.strictObject({ caseId: CaseKey }),
  responses: { 200: ExtranetCase },
  refusals: ['not_found'],
  etag: true,
})
export const extranetCreateCase = defineRoute({
  method: 'POST',
  path: '/api/extranet/v1/cases',
  tag: 'Extranet: cases',
  summary: 'Report a case',
  description: 'With the files uploaded before. Dispatched at once by the type’s rule, else to the default queue.',
  access: { audience: 'contact', permission: 'case:write' },
  body: z.strictObject({
    subject: Subject,
    description: MessageBody,
    attachmentIds: AttachmentIds,
    typeId: Id.nullable().default(null),
    priorityId: Id.optional(),
    projectId: Id.nullable().default(null),
    externalReference: OptionalLine.nullable().default(null),
    product: OptionalLine.nullable().default(null),
    fields: FieldValues.default({}).meta({ description: 'Of the custom fields that contacts may fill in.' }),
  }),
  responses: { 201: ExtranetCase },
  refusals: ['reference_refused', 'attachment_claimed', 'field_required', 'field_refused'],
})
export const ExtranetTimelineItem = z
  .discriminatedUnion('kind', [ReplyItem, EventItem])
  .meta({ id: 'ExtranetTimelineItem' })
export type ExtranetTimelineItem = z.infer<typeof ExtranetTimelineItem>
export const extranetListTimeline = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/cases/:caseId/timeline',
  tag: 'Extranet: cases',
  summary: 'Read the dialogue and the public events',
  description: 'In order of time. Internal notes and time are not part of it.',
  access: { audience: 'contact', permission: 'dialogue:read' },
  params: caseParams,
  query: z.strictObject({ ...pageQuery, order: z.enum(['asc', 'desc']).default('asc') }),
  responses: { 200: pageOf(ExtranetTimelineItem) },
  refusals: ['not_found', 'invalid_cursor'],
})
export const extranetPostReply = defineRoute({
  method: 'POST',
  path: '/api/extranet/v1/cases/:caseId/replies',
  tag: 'Extranet: cases',
  summary: 'Answer',
  description:
    'A case that waited for the customer, or was solved, is open again; so is a closed one within the days that its workflow gives (R78). Later it takes a follow-up.',
  access: { audience: 'contact', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({ body: MessageBody, attachmentIds: AttachmentIds }),
  responses: { 201: ReplyItem },
  refusals: ['not_found', 'case_closed', 'reopen_expired', 'attachment_claimed'],
})
export const extranetSolveCase = defineRoute({
  method: 'PUT',
  path: '/api/extranet/v1/cases/:caseId/solution',
  tag: 'Extranet: cases',
  summary: 'Say that a case is solved',
  description: 'The customer’s own word; an answer later opens it again.',
  access: { audience: 'contact', permission: 'case:write' },
  params: caseParams,
  responses: { 200: ExtranetCase },
  refusals: ['not_found', 'status_move_refused'],
})
export const extranetMarkCaseRead = defineRoute({
  method: 'PUT',
  path: '/api/extranet/v1/cases/:caseId/read-mark',
  tag: 'Extranet: cases',
  summary: 'Mark a case as read',
  description: 'Everything up to now is seen by the caller.',
  access: { audience: 'contact', permission: 'dialogue:read' },
  params: caseParams,
  responses: { 204: null },
  refusals: ['not_found'],
})

export const CaseChoices = z
  .object({
    types: z.array(z.object({ id: Id, name: z.string().meta({ examples: ['Printing'] }), parentId: Id.nullable() })),
    priorities: z.array(
      z.object({ id: Id, name: z.string().meta({ examples: ['Normal'] }), level: z.int(), isDefault: z.boolean() }),
    ),
    projects: z.array(Reference),
    fields: z.array(CaseField).meta({
      description: 'Custom fields that contacts see, in their order, with the rules as far as they can matter to them.',
    }),
    people: z.array(Reference).meta({ description: 'Who may be named in a custom field of the kind `contact`.' }),
  })
  .meta({ id: 'CaseChoices' })
export type CaseChoices = z.infer<typeof CaseChoices>
export const extranetGetCaseChoices = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/case-choices',
  tag: 'Extranet: cases',
  summary: 'Read what a report can choose from',
  description: 'Active types, priorities, the customer’s active projects, and custom fields.',
  access: { audience: 'contact', permission: 'case:write' },
  responses: { 200: CaseChoices },
  refusals: [],
})
