import { z } from 'zod'
import { caseParams } from './cases.ts'
import { CardComponents } from './context-card-components.ts'
import { Instant, QueryBoolean, Reference, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'

export const CardFailure = z
  .object({
    code: z
      .enum([
        'address_refused',
        'unreachable',
        'timeout',
        'redirect',
        'status',
        'too_large',
        'not_json',
        'wrong_shape',
        'busy',
      ])
      .meta({ examples: ['timeout'] }),
    status: z
      .int()
      .nullable()
      .meta({ description: 'The HTTP status of the answer, if there was one.', examples: [null] }),
  })
  .meta({
    id: 'CardFailure',
    description:
      '`address_refused`: the address is private and the installation does not allow that; `unreachable`: nobody answers there; `timeout`; `redirect`: it answers from elsewhere, which is not followed; `status`: the answer is no 200 or 204; `too_large`: above 64 kB; `not_json`; `wrong_shape`: not as the contract says; `busy`: too many ask the card at once.',
  })
export type CardFailure = z.infer<typeof CardFailure>

export const CardState = z.enum(['answered', 'empty', 'failed']).meta({ examples: ['answered'] })
export type CardState = z.infer<typeof CardState>

export const listCaseContextCards = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/context-cards',
  tag: 'Context cards',
  summary: 'List the context cards of a case',
  description: 'The active ones that are for such cases, in their order; nothing is asked of other systems yet.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses: { 200: z.object({ data: z.array(Reference) }) },
  refusals: ['not_found'],
})

export const CaseContextCard = z
  .object({
    card: Reference,
    state: CardState,
    components: CardComponents,
    failure: CardFailure.nullable().meta({ examples: [null] }),
    askedAt: Instant,
    keptUntil: Instant.meta({ description: 'Until then the same answer is given.' }),
  })
  .meta({ id: 'CaseContextCard' })
export type CaseContextCard = z.infer<typeof CaseContextCard>

export const getCaseContextCard = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/context-cards/:cardId',
  tag: 'Context cards',
  summary: 'Read a context card of a case',
  description:
    'What the other system says of the case: asked now, or as it said within its time to live for a case that is still the same. A failure is an answer too, and is kept for half a minute. `refresh=true` asks again.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams.extend(idParams('cardId').shape),
  query: z.strictObject({
    refresh: QueryBoolean.default(false).meta({ description: 'Asks again.', examples: [false] }),
  }),
  responses: { 200: CaseContextCard },
  refusals: ['not_found'],
})
