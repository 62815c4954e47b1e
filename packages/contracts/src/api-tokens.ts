import { z } from 'zod'
import { Scope } from './access.ts'
import { TOKEN_LIFETIME_DAYS_MAX } from './limits.ts'
import { Id, Instant, Name, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'

export const ApiToken = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Bookkeeping'] }),
    hint: z.string().meta({ description: 'The last characters, to tell tokens apart.', examples: ['…x7Qk'] }),
    scopes: z.array(Scope),
    createdAt: Instant,
    expiresAt: Instant,
    lastUsedAt: Instant.nullable(),
  })
  .meta({ id: 'ApiToken' })

export type ApiToken = z.infer<typeof ApiToken>

export const listApiTokens = defineRoute({
  method: 'GET',
  path: '/api/v1/me/tokens',
  tag: 'Identity',
  summary: 'List one’s API tokens',
  description: 'Live tokens only; their secrets are never shown again.',
  access: { audience: 'staff', permission: 'self', sessionOnly: true },
  responses: { 200: z.object({ data: z.array(ApiToken) }) },
  refusals: [],
})

export const createApiToken = defineRoute({
  method: 'POST',
  path: '/api/v1/me/tokens',
  tag: 'Identity',
  summary: 'Create an API token',
  description:
    'The answer is the only time the secret is shown, so a repeated request makes another token. A token never may more than its owner, who may have fifty.',
  access: { audience: 'staff', permission: 'self', sessionOnly: true },
  body: z.strictObject({
    name: Name,
    scopes: z.array(Scope).min(1),
    expiresInDays: z
      .int()
      .min(1)
      .max(TOKEN_LIFETIME_DAYS_MAX)
      .meta({ examples: [90] }),
  }),
  responses: { 201: ApiToken.extend({ secret: z.string().meta({ examples: ['td_pat_…'] }) }) },
  refusals: ['conflict'],
})

export const revokeApiToken = defineRoute({
  method: 'DELETE',
  path: '/api/v1/me/tokens/:tokenId',
  tag: 'Identity',
  summary: 'Revoke an API token',
  description: 'It stops working at once.',
  access: { audience: 'staff', permission: 'self', sessionOnly: true },
  params: idParams('tokenId'),
  responses: { 204: null },
  refusals: ['not_found'],
})
