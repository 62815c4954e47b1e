import { z } from 'zod'
import { ATTACHMENTS_PER_MESSAGE_MAX, MESSAGE_LENGTH_MAX, SUBJECT_LENGTH_MAX, TAGS_MAX } from './limits.ts'
import { Id, Instant, Money, OptionalLine, Reference, idParams, line, text } from './primitives.ts'
import { defineRoute } from './route.ts'
import { TimeDraft } from './time.ts'
import { CaseSummary, StatusReference, Tag } from './work-list.ts'

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

export const Case = CaseSummary.extend({
  project: Reference.nullable(),
  agreement: Reference.nullable().meta({ description: 'Chosen by hand; null: whichever are for such work.' }),
  isOutsideContract: z.boolean().meta({ description: 'No agreement pays for it, by choice.', examples: [false] }),
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
      cost: Money.nullable().meta({
        description: 'Actual minutes at cost rates (R57); null for those who may not see it.',
      }),
      revenue: Money.nullable().meta({ description: 'Charged work and what vouchers earned (R56); as cost.' }),
      profit: Money.nullable().meta({ description: 'Revenue less cost; as cost.' }),
    })
    .meta({ description: 'What was registered on the case; amounts only for those who may see them.' }),
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

export const caseParams = idParams('caseId')

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
    agreementId: Id.nullable().default(null).meta({ description: 'Null: whichever agreements are for such work.' }),
    isOutsideContract: z.boolean().default(false),
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
  description:
    'Null clears a field. Each change is in the case’s log with its value before and after. Another agreement, type or project rates its time anew (R11).',
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
      isOutsideContract: z.boolean(),
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
  description:
    'To a department’s queue (no person) or to a person of it. Another department rates its time anew (R11).',
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
