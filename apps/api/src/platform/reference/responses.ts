import { refusals, type RefusalCode } from '@timedesk/contracts/refusal'
import type { Route } from '@timedesk/contracts/route'
import type { z } from 'zod'
import { exampleOf } from './example-of.ts'
import { refusalsOf, takesKey } from './implied-refusals.ts'
import { isConditional } from './parameters.ts'
import type { Schema, Schemas } from './schemas.ts'

const REQUEST_ID = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'
const WORDS: Record<number, string> = {
  200: 'Done.',
  201: 'Created.',
  202: 'Accepted; the work goes on.',
  204: 'Done; there is nothing to tell.',
}

/** The headers that answers share, by the name under which the document keeps them. */
export const sharedHeaders: Record<string, Schema> = {
  ETag: {
    description: 'The version of what was read, for If-Match and If-None-Match.',
    schema: { type: 'string' },
    example: '"v3-Xq0d2mT9bL1k"',
  },
  IdempotencyReplayed: {
    description: 'The answer is the stored one of an earlier request.',
    schema: { type: 'string', enum: ['true'] },
    example: 'true',
  },
  Location: {
    description: 'The address of what was created.',
    schema: { type: 'string' },
    example: `/api/v1/cases/${REQUEST_ID}`,
  },
  RequestId: {
    description: 'Names the request in logs.',
    schema: { type: 'string', format: 'uuid' },
    example: REQUEST_ID,
  },
  RetryAfter: { description: 'Seconds to wait before trying again.', schema: { type: 'integer' }, example: 2 },
}

/** Keeps answers that many routes share, by a name. */
export type SharedResponses = Map<string, Schema>

/** Every answer of a route by its status: what it promises, and each refusal. */
export function responsesOf(route: Route, schemas: Schemas, shared: SharedResponses): Record<string, Schema> {
  const good = Object.entries(route.responses).map(([status, type]) => [
    status,
    successOf(route, Number(status), type, schemas),
  ])
  const byStatus = Map.groupBy(refusalsOf(route), (code) => refusals[code].status)
  const bad = [...byStatus].map(([status, codes]) => [
    String(status),
    { $ref: `#/components/responses/${keepRefusals(codes, shared)}` },
  ])
  return { ...Object.fromEntries(good), ...furtherOf(route), ...Object.fromEntries(bad) } as Record<string, Schema>
}

function successOf(route: Route, status: number, type: z.ZodType | null, schemas: Schemas): Schema {
  const content = route.produces === undefined ? jsonOf(type, schemas) : streamOf(route.produces)
  const headers: [string, string, boolean][] = [
    ['Request-Id', 'RequestId', true],
    ['ETag', 'ETag', isConditional(route)],
    ['Location', 'Location', status === 201 && route.multipart !== true],
    ['Idempotency-Replayed', 'IdempotencyReplayed', takesKey(route)],
  ]
  return {
    description: WORDS[status] ?? 'Done.',
    headers: headersOf(headers),
    ...(content !== null && { content }),
  }
}

function headersOf(headers: [string, string, boolean][]): Schema {
  return Object.fromEntries(
    headers.flatMap(([name, key, applies]) => (applies ? [[name, { $ref: `#/components/headers/${key}` }]] : [])),
  )
}

function jsonOf(type: z.ZodType | null, schemas: Schemas): Schema | null {
  if (type === null) return null
  const schema = schemas.output(type)
  return { 'application/json': { schema, example: exampleOf(schema, schemas.components()) } }
}

function streamOf(produces: NonNullable<Route['produces']>): Schema {
  if (produces === 'application/octet-stream') return { [produces]: { schema: { type: 'string', format: 'binary' } } }
  return {
    [produces]: {
      schema: { type: 'string' },
      example: `data: {"type":"reply.posted","caseId":"${REQUEST_ID}","eventId":"${REQUEST_ID}"}\n\n`,
    },
  }
}

/** What caches and downloads get. */
function furtherOf(route: Route): Record<string, Schema> {
  const headers = headersOf([['ETag', 'ETag', true]])
  return {
    ...(route.produces === 'application/octet-stream' && {
      206: { description: 'The range that was asked for.', headers, content: streamOf(route.produces) },
      416: { description: 'The range lies outside of the file.' },
    }),
    ...(isConditional(route) && { 304: { description: 'Nothing has changed.', headers } }),
  }
}

/** Refusals of one status; routes with the same ones share the entry. */
function keepRefusals(codes: RefusalCode[], shared: SharedResponses): string {
  const key = codes.join('.')
  const hasWait = codes.some((code) => ['rate_limited', 'unavailable', 'request_in_flight'].includes(code))
  if (!shared.has(key)) {
    shared.set(key, {
      description: `${codes.map((code) => `${refusals[code].title} (\`${code}\`)`).join('. ')}.`,
      headers: headersOf([
        ['Request-Id', 'RequestId', true],
        ['Retry-After', 'RetryAfter', hasWait],
      ]),
      content: {
        'application/problem+json': {
          schema: problemOf(codes),
          examples: Object.fromEntries(codes.map((code) => [code, { value: problemExample(code) }])),
        },
      },
    })
  }
  return key
}

function problemOf(codes: RefusalCode[]): Schema {
  return {
    allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } }],
  }
}

/** A problem document with the least that each one has. */
export function problemExample(code: RefusalCode): Schema {
  const { status, title } = refusals[code]
  return {
    type: `/api/docs/problems#${code}`,
    title,
    status,
    instance: `urn:request:${REQUEST_ID}`,
    code,
    requestId: REQUEST_ID,
    ...(code === 'invalid_request' && {
      errors: [
        { pointer: '/body/subject', code: 'too_small', message: 'Too small: expected string to have >=1 characters' },
      ],
    }),
    ...((code === 'permission_denied' || code === 'scope_missing') && {
      missingPermission: code === 'scope_missing' ? 'cases:write' : 'case:write',
    }),
  }
}
