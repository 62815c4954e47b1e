import { z } from 'zod'
import { Day, Id, Instant, Reason, Reference, CaseReference, idParams, line, pageOf, pageQuery } from './primitives.ts'
import { LINE_LENGTH_MAX } from './limits.ts'
import { defineRoute } from './route.ts'
import { ExtranetTimeLine } from './extranet-agreements.ts'

/** What came of a questioned line: it stays, it was corrected, or it is not charged. */
export const QuestionResolution = z
  .enum(['confirmed', 'adjusted', 'not_charged'])
  .meta({ id: 'QuestionResolution', examples: ['confirmed'] })

export const TimeQuestion = z
  .object({
    id: Id,
    state: z.enum(['open', 'answered']),
    entry: z.object({
      id: Id,
      workDate: Day,
      minutes: z.int(),
      text: z.string(),
      employee: Reference,
      onDraft: Id.nullable().meta({ description: 'The draft that claims it, which cannot be posted meanwhile.' }),
    }),
    case: CaseReference.nullable(),
    customer: Reference,
    question: z.string().meta({ examples: ['Was that not covered by the warranty?'] }),
    askedBy: z.string().meta({ examples: ['Anna Berg'] }),
    askedAt: Instant,
    resolution: QuestionResolution.nullable(),
    answer: z.string(),
    answeredByName: z.string().nullable(),
    answeredAt: Instant.nullable(),
  })
  .meta({ id: 'TimeQuestion' })
export type TimeQuestion = z.infer<typeof TimeQuestion>

export const listTimeQuestions = defineRoute({
  method: 'GET',
  path: '/api/v1/time-questions',
  tag: 'Time questions',
  summary: 'List questioned time',
  description: 'What customers question before it is invoiced, oldest first; answered ones latest first.',
  access: { audience: 'staff', permission: 'time:read' },
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(['open', 'answered']).default('open'),
    customerId: Id.optional(),
    caseId: Id.optional(),
  }),
  responses: { 200: pageOf(TimeQuestion) },
  refusals: ['invalid_cursor'],
})
export const answerTimeQuestion = defineRoute({
  method: 'PUT',
  path: '/api/v1/time-questions/:questionId/answer',
  tag: 'Time questions',
  summary: 'Answer a question about time',
  description:
    'With what comes of it: the line stays, it was corrected, or it is not charged and written off. The customer reads the answer on the line.',
  access: { audience: 'staff', permission: 'overage:decide' },
  params: idParams('questionId'),
  body: z.strictObject({ resolution: QuestionResolution, answer: Reason }),
  responses: { 200: TimeQuestion },
  refusals: ['not_found', 'question_refused', 'item_taken'],
})
export const extranetAskAboutTime = defineRoute({
  method: 'POST',
  path: '/api/extranet/v1/time/:entryId/questions',
  tag: 'Extranet: cases',
  summary: 'Question a line of time',
  description: 'Before it is invoiced. Until it is answered it is not charged.',
  access: { audience: 'contact', permission: 'time:question' },
  params: idParams('entryId'),
  body: z.strictObject({ question: line(LINE_LENGTH_MAX) }),
  responses: { 201: ExtranetTimeLine },
  refusals: ['not_found', 'question_refused'],
})
export const extranetListOverage = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/overage',
  tag: 'Extranet: cases',
  summary: 'List work beyond the agreements that waits to be accepted',
  description: 'Lines of time that one can decide on, over all cases, oldest first.',
  access: { audience: 'contact', permission: 'overage:decide' },
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(z.object({ case: CaseReference, line: ExtranetTimeLine })) },
  refusals: ['invalid_cursor'],
})
export const extranetDecideOverage = defineRoute({
  method: 'PUT',
  path: '/api/extranet/v1/time/:entryId/overage-decision',
  tag: 'Extranet: cases',
  summary: 'Accept or decline work beyond the agreement',
  description:
    'Where the agreement asks the customer first. The decision stays with the line; it takes effect at once.',
  access: { audience: 'contact', permission: 'overage:decide' },
  params: idParams('entryId'),
  body: z.strictObject({ verdict: z.enum(['accepted', 'declined']), reason: Reason }),
  responses: { 202: null },
  refusals: ['not_found', 'nothing_to_decide'],
})
