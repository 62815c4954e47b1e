import { z } from 'zod'
import { Resolution, moveFields, moveRefusals } from './case-moves.ts'
import { MergedCase } from './case-family.ts'
import { CaseRights } from './case-rights.ts'
import { CaseFieldValue, FieldValues } from './custom-fields.ts'
import {
  ATTACHMENTS_PER_MESSAGE_MAX,
  ESTIMATE_MINUTES_MAX,
  MESSAGE_LENGTH_MAX,
  SUBJECT_LENGTH_MAX,
  TAGS_MAX,
} from './limits.ts'
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

/** How long the whole work is thought to take. */
export const EstimateMinutes = z
  .int()
  .min(1)
  .max(ESTIMATE_MINUTES_MAX)
  .meta({ description: 'Minutes that the whole work is thought to take.', examples: [90] })

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
  fields: z.array(CaseFieldValue).meta({ description: 'Custom fields with a value, in their order.' }),
  estimateMinutes: EstimateMinutes.nullable().meta({ description: 'Null: nobody has guessed.' }),
  template: Reference.nullable().meta({ description: 'The case template it was begun from.' }),
  createdVia: z.enum(['desk', 'extranet', 'api', 'import', 'mail', 'recurring']),
  createdByName: z.string().meta({ examples: ['Anna Berg'] }),
  firstRepliedAt: Instant.nullable(),
  solvedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  reopenedCount: z.int().meta({ examples: [0] }),
  resolution: z.string().meta({
    description: 'What solved it, in Markdown; empty until it is told. The customer reads it too.',
    examples: ['The printer driver was replaced.'],
  }),
  reopenUntil: Instant.nullable().meta({
    description: 'Until when a closed case may be taken up again without an override; null: for ever, or not closed.',
  }),
  silence: z.object({ warnsAt: Instant.nullable(), movesAt: Instant, to: StatusReference }).nullable().meta({
    description:
      'What happens by itself if nobody says anything; null while the case lacks what that move asks for. `warnsAt` is null once the contact is warned.',
  }),
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
  can: CaseRights,
  mergedInto: MergedCase.nullable().meta({
    description: 'The case that it goes on in: this one is a tombstone, which nothing can be said on or changed.',
  }),
  tombstones: z.array(MergedCase).meta({ description: 'Cases that were merged into it; the latest first.' }),
  readUntil: Instant.nullable().meta({
    description: 'Up to when the caller has seen the case; null before they first looked.',
  }),
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
    followsId: Id.nullable()
      .default(null)
      .meta({ description: 'The closed case of the same customer that this one goes on from.' }),
    externalReference: OptionalLine.nullable().default(null),
    product: OptionalLine.nullable().default(null),
    tags: z.array(Tag).max(TAGS_MAX).default([]),
    fields: FieldValues.default({}),
    estimateMinutes: EstimateMinutes.nullable().default(null),
    templateId: Id.nullable()
      .default(null)
      .meta({ description: 'The case template it was begun from; brings its checklist.' }),
    time: TimeDraft.optional(),
  }),
  responses: { 201: Case },
  refusals: ['reference_refused', 'attachment_claimed', 'field_required', 'field_refused'],
})

export const updateCase = defineRoute({
  method: 'PATCH',
  path: '/api/v1/cases/:caseId',
  tag: 'Cases',
  summary: 'Change a case',
  description:
    'Null clears a field. Each change is in the case’s log with its value before and after. Another agreement, type or project rates its time anew (R11); they and another priority may bring another service policy. The deadline has a route of its own. A solved or ended case gets a type with another workflow once the gates on its way there are open, or by those who may override them.',
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
      resolution: Resolution,
      externalReference: OptionalLine.nullable(),
      product: OptionalLine.nullable(),
      tags: z.array(Tag).max(TAGS_MAX),
      keepsDue: z.boolean().meta({
        description: 'Clocks under way keep what they were promised, though priority, type or agreement change (R77).',
        examples: [false],
      }),
      fields: FieldValues,
      estimateMinutes: EstimateMinutes.nullable(),
    })
    .partial(),
  responses: { 200: Case },
  refusals: ['not_found', 'reference_refused', 'field_required', 'field_refused', 'gate_closed'],
  ifMatch: 'required',
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
  description:
    'The moves of its workflow: `can.moveTo` of the case lists them with what each takes. Fields that the move requires may be filled in the same go; closed gates are passed by an override, which is in the log. Closed cases are reopened by moving them to an open status.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({ statusId: Id, ...moveFields }),
  responses: { 200: Case },
  refusals: ['not_found', 'reference_refused', 'field_refused', ...moveRefusals],
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
