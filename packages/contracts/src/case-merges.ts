import { z } from 'zod'
import { Case, caseParams } from './cases.ts'
import { CaseReference, Id, Instant, Money, Reference } from './primitives.ts'
import { defineRoute } from './route.ts'
import { StatusReference } from './work-list.ts'

const Excerpt = z
  .object({
    id: Id,
    kind: z.enum(['reply', 'note']),
    at: Instant,
    authorName: z.string().meta({ examples: ['Anna Berg'] }),
    excerpt: z.string().meta({ examples: ['Since this morning printing stops.'] }),
  })
  .meta({ id: 'MessageExcerpt' })
export { Excerpt as MessageExcerpt }

/** Why something cannot be done, as the doing of it would be refused. */
export const PlannedRefusal = z
  .object({
    code: z.string().meta({ examples: ['merge_refused'] }),
    message: z.string().meta({ examples: ['The cases are of different customers.'] }),
  })
  .meta({ id: 'PlannedRefusal' })
export type PlannedRefusal = z.infer<typeof PlannedRefusal>

const side = z.enum(['source', 'survivor']).meta({ examples: ['survivor'] })

export const MergeSide = CaseReference.extend({
  status: StatusReference,
  customer: Reference,
  contact: Reference.nullable(),
  department: Reference,
  responsible: Reference.nullable(),
  agreement: Reference.nullable().meta({ description: 'Chosen by hand; null: whichever are for such work.' }),
  isOutsideContract: z.boolean().meta({ examples: [false] }),
  createdAt: Instant,
  lastActivityAt: Instant,
  beginning: z.array(Excerpt).meta({ description: 'Its first messages, at most three.' }),
}).meta({ id: 'MergeSide' })
export type MergeSide = z.infer<typeof MergeSide>

export const MergePreview = z
  .object({
    source: MergeSide,
    survivor: MergeSide,
    refusal: PlannedRefusal.nullable().meta({ description: 'Null: it can be merged.' }),
    carries: z
      .object({
        messages: z.int().meta({ description: 'Public ones.', examples: [4] }),
        notes: z.int().meta({ examples: [1] }),
        attachments: z.int().meta({ examples: [2] }),
        minutes: z
          .int()
          .nullable()
          .meta({ description: 'Null for those who may not read time.', examples: [90] }),
        amount: Money.nullable().meta({ description: 'What they are worth; null for those who may not see it.' }),
        followers: z.int().meta({ description: 'Who follow the survivor from then on.', examples: [1] }),
        timers: z.int().meta({ description: 'Running or paused; they go on the survivor.', examples: [0] }),
        tombstones: z.int().meta({ description: 'Cases that had been merged into it before.', examples: [0] }),
      })
      .meta({ description: 'What is seen on the survivor afterwards.' }),
    readers: z
      .array(z.object({ contact: Reference, sees: side }))
      .meta({ description: 'Contacts who will see the dialogue of the other case, which they do not see now.' }),
  })
  .meta({ id: 'MergePreview' })
export type MergePreview = z.infer<typeof MergePreview>

export const previewMerge = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/merge-preview',
  tag: 'Cases',
  summary: 'See what a merge would do',
  description: 'Nothing is changed: both cases side by side, what comes along, and who will see what.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  query: z.strictObject({ intoId: Id }),
  responses: { 200: MergePreview },
  refusals: ['not_found', 'reference_refused'],
})

export const mergeCase = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/merge',
  tag: 'Cases',
  summary: 'Merge a case into another one',
  description:
    'The case closes and points to the one that it goes on in, the survivor, of the same customer; its messages, files and time are seen there too. Nothing moves: time stays where it was registered, and prices do not change. Its contact sees the survivor from then on. Drafts move there, where they become one with what their writer has begun there; timers run on there. Answers with the survivor. It can be undone for seven days.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({
    intoId: Id,
    subject: side.default('survivor').meta({ description: 'Whose subject the survivor has afterwards.' }),
    responsible: side.default('survivor').meta({ description: 'Whose department and person.' }),
    agreement: side.default('survivor').meta({
      description: 'Whose choice of agreement. Another one than the survivor’s rates its own time anew (R11).',
    }),
  }),
  responses: { 200: Case },
  refusals: ['not_found', 'reference_refused', 'merge_refused', 'case_merged', 'permission_denied', 'case_closed'],
})

export const unmergeCase = defineRoute({
  method: 'DELETE',
  path: '/api/v1/cases/:caseId/merge',
  tag: 'Cases',
  summary: 'Undo a merge',
  description:
    'The case stands again where it stood, and its clocks go on: the time that it was merged for is a pause. Who came to see the survivor by the merge no longer does. What was said on the survivor stays there. Later than seven days it is refused.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  responses: { 200: Case },
  refusals: ['not_found', 'merge_refused', 'undo_expired'],
})
