import type { Route } from '@timedesk/contracts/route'
import { refusals, type FieldProblem, type RefusalCode } from '@timedesk/contracts/refusal'
import { http, HttpResponse, type RequestHandler } from 'msw'
import { setupServer } from 'msw/node'
import type { z } from 'zod'

type Body<R extends Route> = {
  [Status in keyof R['responses']]: R['responses'][Status] extends z.ZodType ? z.input<R['responses'][Status]> : null
}[keyof R['responses']]

type Seen = { body: unknown; query: URLSearchParams }

const REQUEST_ID = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'

/** The API as far as a test needs it; a request that no handler knows fails. */
export const server = setupServer()

/** Sees what was asked; a promise holds the answer back until it is kept. */
type OnRequest = (seen: Seen) => unknown

/** Answers a route as its contract says. */
export function answer<R extends Route>(route: R, body: Body<R>, onRequest?: OnRequest): RequestHandler {
  return handle(route, async (request) => {
    await onRequest?.(await seen(request))
    const status = Number(Object.keys(route.responses)[0])
    return body === null ? new HttpResponse(null, { status }) : HttpResponse.json(body as object, { status })
  })
}

/** Answers a route by what was asked. */
export function answerBy<R extends Route>(route: R, answerTo: (asked: Seen) => Body<R>): RequestHandler {
  return handle(route, async (request) => HttpResponse.json(answerTo(await seen(request)) as object))
}

/** Refuses a route with a problem document. */
export function refuse(
  route: Route,
  code: RefusalCode,
  errors: FieldProblem[] = [],
  onRequest?: OnRequest,
): RequestHandler {
  const { status, title } = refusals[code]
  const problem = { type: `/api/docs/problems#${code}`, title, status, code, errors, requestId: REQUEST_ID }
  return handle(route, async (request) => {
    await onRequest?.(await seen(request))
    return HttpResponse.json({ ...problem, instance: `urn:request:${REQUEST_ID}` }, { status })
  })
}

function handle(route: Route, resolve: (request: Request) => Response | Promise<Response>): RequestHandler {
  const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
  return http[method](`${globalThis.location.origin}${route.path}`, ({ request }) => resolve(request))
}

async function seen(request: Request): Promise<Seen> {
  const text = await request.text()
  return { body: text === '' ? undefined : JSON.parse(text), query: new URL(request.url).searchParams }
}
