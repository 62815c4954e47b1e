import * as extranetIdentity from '@timedesk/contracts/extranet-identity'
import * as contracts from '@timedesk/contracts/identity'
import { Refusal } from '@timedesk/contracts/refusal'
import type { FastifyRequest } from 'fastify'
import type { ContactActor, StaffActor } from '../platform/context.ts'
import type { RouteModule, Serve } from '../platform/http/serve.ts'
import { act } from './act.ts'
import { clearCookies, readCookie } from './cookies.ts'
import { findSessions } from './find-sessions.ts'
import { handOverSession } from './hand-over-session.ts'
import { desk, extranet, type Person, type Portal } from './portals.ts'
import { refreshSession } from './refresh-session.ts'
import { endSessions, type Device, type EndReason } from './sessions.ts'
import { signIn } from './sign-in.ts'

type SessionRoutes = {
  signIn: typeof contracts.signIn | typeof extranetIdentity.extranetSignIn
  refresh: typeof contracts.refreshSession | typeof extranetIdentity.extranetRefreshSession
  signOut: typeof contracts.signOut | typeof extranetIdentity.extranetSignOut
  list: typeof contracts.listSessions | typeof extranetIdentity.extranetListSessions
  end: typeof contracts.endSession | typeof extranetIdentity.extranetEndSession
}

export const staffSessionRoutes: RouteModule = (serve) => {
  const { signIn, refreshSession: refresh, signOut, listSessions: list, endSession: end } = contracts
  serveSessions(serve, desk, { signIn, refresh, signOut, list, end })
}

export const contactSessionRoutes: RouteModule = (serve) => {
  serveSessions(serve, extranet, {
    signIn: extranetIdentity.extranetSignIn,
    refresh: extranetIdentity.extranetRefreshSession,
    signOut: extranetIdentity.extranetSignOut,
    list: extranetIdentity.extranetListSessions,
    end: extranetIdentity.extranetEndSession,
  })
}

function serveSessions(serve: Serve, portal: Portal, routes: SessionRoutes): void {
  const { audience } = portal

  serve.bare(routes.signIn, async ({ deps, body, request, reply }) => {
    const deviceCookie = readCookie(request, deps.publicUrl, audience, 'device')
    const session = await signIn(deps, portal, { ...body, ...deviceOf(request), deviceCookie, requestId: request.id })
    return reply.code(201).send(await handOverSession(deps, reply, portal, session))
  })

  serve.bare(routes.refresh, async ({ deps, request, reply }) => {
    const secret = readCookie(request, deps.publicUrl, audience, 'refresh')
    const session = await refreshSession(deps, portal, secret, request.id)
    if (session === null) {
      clearCookies(reply, deps.publicUrl, audience)
      throw new Refusal('session_ended')
    }
    return reply.code(201).send(await handOverSession(deps, reply, portal, session))
  })

  serve.read(routes.list, async ({ deps, actor, now }) => ({
    body: { data: await findSessions(deps.database.reader, portal, actorOf(actor).id, actorOf(actor).sessionId, now) },
  }))

  serveEnds(serve, portal, routes)
}

function serveEnds(serve: Serve, portal: Portal, routes: SessionRoutes): void {
  serve.bare(routes.signOut, async ({ deps, actor: caller, request, reply }) => {
    const actor = actorOf(caller)
    await act(deps, actor, request.id, (tx, context) =>
      endSessions(tx, context, portal, personOf(actor), 'signed_out', actor.sessionId ?? ''),
    )
    clearCookies(reply, deps.publicUrl, portal.audience)
    return reply.code(204).send()
  })

  serve.bare(routes.end, async ({ deps, actor: caller, params, request, reply }) => {
    const actor = actorOf(caller)
    const isCurrent = params.sessionId === actor.sessionId
    const reason: EndReason = isCurrent ? 'signed_out' : 'ended_elsewhere'
    const ended = await act(deps, actor, request.id, (tx, context) =>
      endSessions(tx, context, portal, personOf(actor), reason, params.sessionId),
    )
    if (ended === 0) throw new Refusal('not_found')
    if (isCurrent) clearCookies(reply, deps.publicUrl, portal.audience)
    return reply.code(204).send()
  })
}

/** The caller of a route that lets nobody in without a session. */
export function actorOf(actor: StaffActor | ContactActor | null): StaffActor | ContactActor {
  if (actor === null) throw new Refusal('unauthenticated')
  return actor
}

/** Where a request comes from. */
export function deviceOf({ ip, headers }: FastifyRequest): Device {
  return { ipAddress: ip, userAgent: headers['user-agent'] ?? '' }
}

function personOf(actor: StaffActor | ContactActor): Person {
  return { id: actor.id, name: actor.name, customerId: actor.kind === 'contact' ? actor.customerId : null }
}
