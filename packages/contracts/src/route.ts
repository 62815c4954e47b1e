import type { z } from 'zod'
import type { Access } from './access.ts'
import type { RefusalCode } from './refusal.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type Route = {
  method: Method
  /** The whole path with `:name` parameters. */
  path: `/api/v1/${string}` | `/api/extranet/v1/${string}`
  tag: string
  summary: string
  description: string
  access: Access
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** A body of parts rather than JSON. */
  multipart?: true
  /** By status. Null: no body. */
  responses: Partial<Record<200 | 201 | 202 | 204, z.ZodType | null>>
  /** The response is not JSON: a file or a stream of events. */
  produces?: 'application/octet-stream' | 'text/event-stream'
  /** The refusals of its own, beside those that every route of its kind has. */
  refusals: readonly RefusalCode[]
  /** Whether `If-Match` has to say which version is meant (428 without). */
  ifMatch?: 'required' | 'optional'
  /** The single resource carries an ETag and answers If-None-Match with 304. */
  etag?: true
  budget?: 'ordinary' | 'sign_in' | 'mail' | 'search' | 'upload'
}

/** Declares a route. Fastify, the client, the OpenAPI document and the tests all read it. */
export function defineRoute<const Definition extends Route>(definition: Definition): Definition {
  return definition
}

/** Whether an export of a contract module is a route. */
export function isRoute(candidate: unknown): candidate is Route {
  return (
    typeof candidate === 'object' &&
    candidate !== null &&
    'method' in candidate &&
    'path' in candidate &&
    'access' in candidate
  )
}
