import { z } from 'zod'
import { MessageExcerpt, PlannedRefusal } from './case-merges.ts'
import { Case, Subject, caseParams } from './cases.ts'
import { SPLIT_ENTRIES_MAX, SPLIT_MESSAGES_MAX } from './limits.ts'
import { Day, Id, Reference, queryList } from './primitives.ts'
import { defineRoute } from './route.ts'

export const SplitPreview = z
  .object({
    refusal: PlannedRefusal.nullable().meta({ description: 'Null: it can be split off.' }),
    messages: z.array(
      MessageExcerpt.extend({
        isDescription: z.boolean().meta({ description: 'The new case begins with it.', examples: [true] }),
        attachments: z.int().meta({ examples: [1] }),
        refusal: PlannedRefusal.nullable(),
      }),
    ),
    timeEntries: z
      .array(
        z.object({
          id: Id,
          employee: Reference,
          activityType: Reference,
          workDate: Day,
          minutes: z.int().meta({ examples: [25] }),
          isOfMessage: z.boolean().meta({ description: 'Registered with a chosen message.', examples: [true] }),
          refusal: PlannedRefusal.nullable().meta({ description: 'Why it cannot move; null: it can.' }),
        }),
      )
      .meta({ description: 'The time of the case; empty for those who may not read it.' }),
  })
  .meta({ id: 'SplitPreview' })
export type SplitPreview = z.infer<typeof SplitPreview>

export const previewSplit = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/split-preview',
  tag: 'Cases',
  summary: 'See what splitting off would do',
  description: 'Nothing is changed: the messages as they would stand in the new case, and which time can go with them.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  query: z.strictObject({
    messageIds: queryList(Id).meta({ examples: ['019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'] }),
  }),
  responses: { 200: SplitPreview },
  refusals: ['not_found'],
})

export const splitCase = defineRoute({
  method: 'POST',
  path: '/api/v1/cases/:caseId/splits',
  tag: 'Cases',
  summary: 'Split messages off into a new case',
  description:
    'The messages are copied with their authors, moments and files, and marked as split off where they stand. The first public one is the description. Time moves along where the rules of correcting it let it; what they refuse refuses all. The clocks of the new case begin with it.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({
    messageIds: z.array(Id).min(1).max(SPLIT_MESSAGES_MAX).meta({ description: 'Replies and notes of the case.' }),
    timeEntryIds: z.array(Id).max(SPLIT_ENTRIES_MAX).default([]),
    subject: Subject,
    contactId: Id.nullable()
      .optional()
      .meta({ description: 'The author of its description if that is a contact, else the contact of the case.' }),
    typeId: Id.nullable().optional().meta({ description: 'That of the case unless said otherwise.' }),
    keepsResponsible: z
      .boolean()
      .default(true)
      .meta({ description: 'False: the rules say who gets it.', examples: [true] }),
  }),
  responses: { 201: Case },
  refusals: [
    'not_found',
    'reference_refused',
    'split_refused',
    'case_merged',
    'field_required',
    'permission_denied',
    'week_closed',
    'period_locked',
    'correction_refused',
    'time_settled',
    'stale_version',
  ],
})
