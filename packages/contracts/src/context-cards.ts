import { z } from 'zod'
import { CardFailure, CardState } from './case-context-cards.ts'
import { CardComponents, webAddress } from './context-card-components.ts'
import { CARD_TIMEOUT_SECONDS_MAX, CONTEXT_CARDS_MAX, FILTER_VALUES_MAX } from './limits.ts'
import { Id, Instant, Name, Reference, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'

const CardName = Name.meta({ examples: ['Licences'] })
const CardUrl = webAddress(/^https?$/u).meta({ examples: ['https://crm.example/timedesk/card'] })
const timeoutSeconds = z
  .int()
  .min(1)
  .max(CARD_TIMEOUT_SECONDS_MAX)
  .meta({ description: 'How long an answer may take.', examples: [3] })
const Secret = z.string().meta({
  description: 'Signs what is sent. Shown this once.',
  examples: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
})

export const ContextCard = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Licences'] }),
    url: z.string().meta({ examples: ['https://crm.example/timedesk/card'] }),
    types: z.array(Reference).meta({ description: 'Cases of these types and those below them; none: of any.' }),
    departments: z.array(Reference).meta({ description: 'Cases of these departments and those below; none: of any.' }),
    timeoutSeconds,
    secretSetAt: Instant.meta({ description: 'When the secret was made.' }),
    position: z.int().meta({ description: 'Smaller stands first.', examples: [1] }),
    isActive: z.boolean().meta({ examples: [true] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'ContextCard' })
export type ContextCard = z.infer<typeof ContextCard>

const WithSecret = ContextCard.extend({ secret: Secret }).meta({ id: 'ContextCardWithSecret' })
export type ContextCardWithSecret = z.infer<typeof WithSecret>

const cardFields = {
  name: CardName,
  url: CardUrl,
  typeIds: z.array(Id).max(FILTER_VALUES_MAX),
  departmentIds: z.array(Id).max(FILTER_VALUES_MAX),
  timeoutSeconds,
}
const cardParams = idParams('cardId')
const access = { audience: 'staff', permission: 'settings:write' } as const

export const listContextCards = defineRoute({
  method: 'GET',
  path: '/api/v1/context-cards',
  tag: 'Context cards',
  summary: 'List context cards',
  description: `In the order in which they stand beside a case, at most ${String(CONTEXT_CARDS_MAX)}. Only for those who may change settings: an address may be known to few.`,
  access,
  responses: { 200: z.object({ data: z.array(ContextCard) }) },
  refusals: [],
})

export const getContextCard = defineRoute({
  method: 'GET',
  path: '/api/v1/context-cards/:cardId',
  tag: 'Context cards',
  summary: 'Read a context card',
  description: 'Where it asks and for which cases. Its secret is never shown again.',
  access,
  params: cardParams,
  responses: { 200: ContextCard },
  refusals: ['not_found'],
  etag: true,
})

export const createContextCard = defineRoute({
  method: 'POST',
  path: '/api/v1/context-cards',
  tag: 'Context cards',
  summary: 'Create a context card',
  description:
    'Stands behind all others until it is moved. The answer is the only time the secret is shown, so a repeated request makes another card or is refused for its name.',
  access,
  body: z.strictObject({
    ...cardFields,
    typeIds: cardFields.typeIds.default([]),
    departmentIds: cardFields.departmentIds.default([]),
    timeoutSeconds: timeoutSeconds.default(3),
    isActive: z.boolean().default(true),
  }),
  responses: { 201: WithSecret },
  refusals: ['conflict', 'reference_refused'],
})

export const updateContextCard = defineRoute({
  method: 'PATCH',
  path: '/api/v1/context-cards/:cardId',
  tag: 'Context cards',
  summary: 'Change or deactivate a context card',
  description: 'What was kept of its answers is forgotten.',
  access,
  params: cardParams,
  body: z.strictObject({ ...cardFields, isActive: z.boolean() }).partial(),
  responses: { 200: ContextCard },
  refusals: ['not_found', 'conflict', 'reference_refused'],
  ifMatch: 'required',
  etag: true,
})

export const removeContextCard = defineRoute({
  method: 'DELETE',
  path: '/api/v1/context-cards/:cardId',
  tag: 'Context cards',
  summary: 'Remove a context card',
  description: 'With all that was kept of its answers. Logs keep its name.',
  access,
  params: cardParams,
  responses: { 204: null },
  refusals: ['not_found'],
})

export const orderContextCards = defineRoute({
  method: 'PUT',
  path: '/api/v1/context-card-order',
  tag: 'Context cards',
  summary: 'Put context cards in order',
  description: 'Every card once, in the order in which they are to stand; refused when cards came or went meanwhile.',
  access,
  body: z.strictObject({ cardIds: z.array(Id).max(CONTEXT_CARDS_MAX) }),
  responses: { 200: z.object({ data: z.array(ContextCard) }) },
  refusals: ['conflict'],
})

export const rotateContextCardSecret = defineRoute({
  method: 'PUT',
  path: '/api/v1/context-cards/:cardId/secret',
  tag: 'Context cards',
  summary: 'Make a new secret for a context card',
  description:
    'The answer is the only time it is shown. For a day requests are signed with the former one as well, so that the other side can be changed without a gap.',
  access,
  params: cardParams,
  responses: { 200: WithSecret },
  refusals: ['not_found'],
})

export const ContextCardAttempt = z
  .object({
    request: z.object({
      url: z.string().meta({ examples: ['https://crm.example/timedesk/card'] }),
      headers: z.record(z.string(), z.string()).meta({ examples: [{ 'content-type': 'application/json' }] }),
      body: z.string().meta({ examples: ['{"card":{"id":"…","name":"Licences"},"case":{}}'] }),
    }),
    answer: z
      .object({
        status: z.int().meta({ examples: [200] }),
        headers: z.record(z.string(), z.string()).meta({ examples: [{ 'content-type': 'application/json' }] }),
        body: z.string().meta({ examples: ['{"timeToLiveSeconds":300,"components":[]}'] }),
      })
      .nullable()
      .meta({ description: 'As it came, at most 64 kB of it; null: none came.' }),
    milliseconds: z.int().meta({ examples: [84] }),
    state: CardState,
    failure: CardFailure.nullable(),
    detail: z
      .string()
      .nullable()
      .meta({ description: 'What the network said of a failure.', examples: [null] }),
    problems: z
      .array(
        z.object({
          pointer: z.string().meta({ examples: ['/components/0/url'] }),
          message: z.string().meta({ examples: ['Invalid URL'] }),
        }),
      )
      .meta({ description: 'Where the answer is not as the contract says, at most 20.', examples: [[]] }),
    components: CardComponents.meta({ description: 'What would be shown.' }),
  })
  .meta({ id: 'ContextCardAttempt' })
export type ContextCardAttempt = z.infer<typeof ContextCardAttempt>

export const tryContextCard = defineRoute({
  method: 'POST',
  path: '/api/v1/context-cards/:cardId/attempts',
  tag: 'Context cards',
  summary: 'Try a context card',
  description:
    'Asks now for a case of one’s choice, whether the card is active and for such cases or not, and tells the whole exchange. Nothing is kept of it.',
  access,
  params: cardParams,
  body: z.strictObject({ caseId: Id }),
  responses: { 200: ContextCardAttempt },
  refusals: ['not_found', 'reference_refused'],
  budget: 'search',
})
