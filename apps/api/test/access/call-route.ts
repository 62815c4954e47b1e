import type { Route } from '@timedesk/contracts/route'
import type { InjectOptions } from 'fastify'
import { ORIGIN, type TestServer } from '../harness.ts'
import type { SignedIn } from '../factories.ts'
import { sampleOf, type Sample } from './sample.ts'
import type { World } from './world.ts'

export type Prepared = Partial<Sample> & { payload?: Buffer; query?: Record<string, string> }

export type Outcome = {
  status: number
  code: string | undefined
  body: string
}

/** Calls a route with a valid request for the world. A stream of events is ended once its head is there. */
export async function callRoute(
  { app }: TestServer,
  route: Route,
  world: World,
  actor: SignedIn | null,
  prepared: Prepared,
): Promise<Outcome> {
  const sample = sampleOf(route, world)
  const params: Record<string, string> = { ...sample.params, ...prepared.params }
  const path = route.path.replaceAll(/:(\w+)/gu, (_, name: string) => params[name] ?? '')
  const url = prepared.query === undefined ? path : `${path}?${new URLSearchParams(prepared.query).toString()}`
  const body = prepared.payload ?? prepared.body ?? sample.body
  const request: InjectOptions = {
    method: route.method,
    url,
    headers: { origin: ORIGIN, ...sample.headers, ...actor?.headers, ...prepared.headers },
    ...(body !== undefined && { payload: body as object }),
  }
  if (route.produces === 'text/event-stream') {
    const response = await app.inject({ ...request, payloadAsStream: true })
    response.stream().destroy()
    return { status: response.statusCode, code: undefined, body: '' }
  }
  const response = await app.inject(request)
  const isProblem = response.headers['content-type']?.toString().startsWith('application/problem+json') === true
  return {
    status: response.statusCode,
    code: isProblem ? response.json<{ code: string }>().code : undefined,
    body: response.body,
  }
}
