import { Refusal } from '@timedesk/contracts/refusal'
import type { Route } from '@timedesk/contracts/route'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import type { ContactActor, Context, StaffActor } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { admit } from './admit.ts'
import type { Answer, BareCall, Call, ReadCall, WriteCall } from './call.ts'
import { etagOf, matchesNone, versionMeant } from './etags.ts'
import { answerInsertion, claimOf, refuseOvertaken, replayOf, type Claim, type StoredAnswer } from './idempotency.ts'
import { parsePart } from './validate.ts'

/** Registers routes of one audience. A route is guard, command, presenter; the rest of it happens here. */
export type Serve = {
  read: <R extends Route>(route: R, handle: (call: ReadCall<R>) => Promise<Answer<R>>) => void
  /** `around` is for what is slow, such as files: it is done outside of the transaction, and harmless to repeat. */
  write: <R extends Route>(
    route: R,
    handle: (call: WriteCall<R>) => Promise<Answer<R>>,
    around?: { before?: (call: Call<R>) => Promise<void>; after?: (call: Call<R>) => Promise<void> },
  ) => void
  bare: <R extends Route>(route: R, handle: (call: BareCall<R>) => Promise<unknown>) => void
}

/** A wing's routes. */
export type RouteModule = (serve: Serve) => void

/** The three ways to serve a route on this Fastify context, which belongs to one audience. */
export function createServe(app: FastifyInstance, deps: Deps): Serve {
  function add<R extends Route>(route: R, answer: (call: BareCall<R>) => Promise<unknown>): void {
    app.route({
      method: route.method,
      url: route.path,
      config: { access: route.access, contract: route },
      handler: async (request, reply) => {
        const call = await openCall(deps, route, request)
        return answer({ ...call, request, reply })
      },
    })
  }

  return {
    read: (route, handle) => {
      add(route, async ({ request, reply, ...call }) => {
        const answer = await (call.actor?.kind === 'contact'
          ? deps.database.transactAs(call.actor, (tx) => handle({ ...call, reader: tx }))
          : handle({ ...call, reader: deps.database.reader }))
        return send(request, reply, sentOf(route, answer), route)
      })
    },
    write: (route, handle, { before, after } = {}) => {
      add(route, async ({ request, reply, ...call }) => {
        const claim = claimOf(
          request.headers['idempotency-key'],
          route.method === 'POST' ? (call.actor?.key ?? null) : null,
          `${route.method} ${request.url}`,
          call.body,
        )
        const ifMatch = versionMeant(request.headers['if-match'], route.ifMatch)
        await before?.(call)
        const { sent, context } = await transact(deps, demandActor(call.actor), request.id, claim, async (tx, own) =>
          sentOf(route, await handle({ ...call, tx, context: own as WriteCall<typeof route>['context'], ifMatch })),
        )
        deps.signals.publish(context.written)
        await after?.(call)
        return send(request, reply, sent, route)
      })
    },
    bare: (route, handle) => {
      add(route, handle)
    },
  }
}

async function openCall<R extends Route>(deps: Deps, route: R, request: FastifyRequest): Promise<Call<R>> {
  const actor = await admit(deps, route, request)
  request.actorKey = actor?.key ?? null
  if (route.query === undefined) refuseQuery(request)
  const parts = {
    params: route.params === undefined ? undefined : parsePart('params', route.params, request.params),
    query: route.query === undefined ? undefined : parsePart('query', route.query, request.query),
    body:
      route.body === undefined || route.multipart === true ? undefined : parsePart('body', route.body, request.body),
  }
  return { ...parts, actor, deps, now: deps.now() } as Call<R>
}

/** A public route has nobody to write as; it is served bare. */
function demandActor(actor: StaffActor | ContactActor | null): StaffActor | ContactActor {
  if (actor === null) throw new Error('A route that writes needs somebody who acts.')
  return actor
}

function refuseQuery(request: FastifyRequest): void {
  const [name] = Object.keys(request.query as object)
  if (name === undefined) return
  throw new Refusal('invalid_request', {
    fields: [{ pointer: `/query/${name}`, code: 'unknown_field', message: `There is no parameter ${name}.` }],
  })
}

/** One transaction for the effect, its events and its stored answer; a repeated request gets that answer again. */
async function transact(
  deps: Deps,
  actor: StaffActor | ContactActor,
  requestId: string,
  claim: Claim | null,
  work: (tx: Tx, context: Context) => Promise<StoredAnswer>,
): Promise<{ sent: StoredAnswer; context: Context }> {
  const attempt = async (tx: Tx) => {
    const context: Context = { actor, now: deps.now(), newId: deps.newId, requestId, written: [] }
    const stored = claim === null ? null : await replayOf(tx, claim)
    if (stored !== null)
      return { sent: { ...stored, headers: { ...stored.headers, 'idempotency-replayed': 'true' } }, context }
    const sent = await work(tx, context)
    if (claim !== null) tx.concludeWith(answerInsertion(claim, sent))
    return { sent, context }
  }
  const { transact: asStaff, transactAs } = deps.database
  return (actor.kind === 'contact' ? transactAs(actor, attempt) : asStaff(attempt)).catch(refuseOvertaken)
}

function sentOf<R extends Route>(route: R, { body, version, location }: Answer<R>): StoredAnswer {
  const [status = '200', schema] = Object.entries(route.responses)[0] ?? []
  const headers: Record<string, string> = {}
  // Written out once, for the ETag, for a repetition and for the reply.
  const text = schema ? JSON.stringify(schema.parse(body)) : null
  if (version !== undefined && text !== null) headers.etag = etagOf(version, text)
  if (location !== undefined) headers.location = location
  return { status: Number(status), headers, text }
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers, text }: StoredAnswer,
  route: Route,
): FastifyReply {
  void reply.headers(headers)
  const etag = headers.etag
  if (route.method === 'GET' && etag !== undefined && matchesNone(request.headers['if-none-match'], etag))
    return reply.code(304).send()
  if (text === null) return reply.code(status).send()
  return reply.code(status).header('content-type', 'application/json; charset=utf-8').send(text)
}
