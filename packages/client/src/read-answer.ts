import { Problem } from '@timedesk/contracts/problem'
import type { Route } from '@timedesk/contracts/route'
import { ApiFault, ApiRefusal } from './api-error.ts'

const SERVER_ERROR_STATUS_MIN = 500

/** A parsed answer and, for single resources, its ETag. */
export type Answered<Body> = { data: Body; etag: string | null }

/**
 * Reads the answer as the route's contract says for its status. Throws an ApiRefusal for a problem document,
 * and an ApiFault when the server broke or the answer is nothing that the contract knows.
 */
export async function readAnswer(route: Route, response: Response): Promise<Answered<unknown>> {
  if (!response.ok) throw await problemOf(route, response)
  const schema = route.responses[response.status as keyof Route['responses']]
  if (schema === undefined) throw unexpected(route, response)
  const etag = response.headers.get('etag')
  if (schema === null) return { data: undefined, etag }
  const parsed = schema.safeParse(parseJson(await response.text()))
  if (!parsed.success) throw unexpected(route, response, parsed.error)
  return { data: parsed.data, etag }
}

async function problemOf(route: Route, response: Response): Promise<ApiRefusal | ApiFault> {
  const problem = Problem.safeParse(parseJson(await response.text()))
  const retryAfterSeconds = retryAfterOf(response)
  if (problem.success && problem.data.code !== 'fault') return new ApiRefusal(problem.data, retryAfterSeconds)
  if (response.status < SERVER_ERROR_STATUS_MIN) return unexpected(route, response, problem.error)
  return new ApiFault('fault', `${route.method} ${route.path} failed with ${response.status}.`, {
    ...traceOf(response),
    ...(problem.success && { requestId: problem.data.requestId }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  })
}

function unexpected(route: Route, response: Response, cause?: unknown): ApiFault {
  const message = `${route.method} ${route.path} answered ${response.status} with something that its contract does not know.`
  return new ApiFault('unexpected_answer', message, { ...traceOf(response), cause })
}

function traceOf(response: Response): { status: number; requestId?: string } {
  const requestId = response.headers.get('request-id')
  return { status: response.status, ...(requestId !== null && { requestId }) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** `Retry-After` comes as seconds or as a date (RFC 9110). */
function retryAfterOf({ headers }: Response): number | undefined {
  const value = headers.get('retry-after')
  if (value === null) return undefined
  if (/^\d+$/u.test(value)) return Number(value)
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000))
}
