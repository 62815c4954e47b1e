import { randomBytes } from 'node:crypto'
import type { EventPayload } from '@timedesk/contracts/events'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { hashSecret } from './authenticate.ts'
import { subjectOf, type Person, type Portal } from './portals.ts'

const REFRESH_SECRET_BYTES = 32
const USER_AGENT_LENGTH_MAX = 300
const DAY_MS = 24 * 60 * 60 * 1000
/** A session that nobody refreshes for this long has ended. */
const IDLE_MS = 7 * DAY_MS
/** However busy it is, a session does not live longer than this. */
const ABSOLUTE_MS = 30 * DAY_MS

/** Where a request comes from, as the list of sessions shows it. */
export type Device = { ipAddress: string; userAgent: string }

/** A session with the secret that refreshes it; only here is the secret known. */
export type LiveSession = { id: string; personId: string; refresh: string; expiresAt: Date }

export type EndReason = Extract<EventPayload, { type: 'session.ended' }>['reason']

/** A new refresh secret, which begins with its session's id. */
export function newRefresh(sessionId: string): string {
  return `${sessionId}.${randomBytes(REFRESH_SECRET_BYTES).toString('base64url')}`
}

/** When a session ends that was started then and is refreshed now. */
export function sessionEnd(startedAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_MS, startedAt.getTime() + ABSOLUTE_MS))
}

/** Starts a session with an id and a secret of its own; nothing of an earlier one lives on in it. */
export async function startSession(
  tx: Tx,
  context: Acting,
  portal: Portal,
  person: Person,
  { ipAddress, userAgent }: Device,
): Promise<LiveSession> {
  const { now } = context
  const id = context.newId()
  const refresh = newRefresh(id)
  const expiresAt = sessionEnd(now, now)
  const agent = userAgent.slice(0, USER_AGENT_LENGTH_MAX)
  await tx.rows(Prisma.sql`
    INSERT INTO ${portal.sessions} (id, ${portal.person}, refresh_hash, rotated_at, created_at, expires_at, user_agent, ip_address)
    VALUES (${id}::uuid, ${person.id}::uuid, ${hashSecret(refresh)}, ${now}, ${now}, ${expiresAt}, ${agent}, ${ipAddress})`)
  await appendEvents(tx, context, subjectOf(portal, person), [{ type: 'session.started' }])
  return { id, personId: person.id, refresh, expiresAt }
}

/** Ends a person's live sessions: all of them, or one. Resolves with how many; each is told by an event. */
export async function endSessions(
  tx: Tx,
  context: Acting,
  portal: Portal,
  person: Person,
  reason: EndReason,
  sessionId?: string,
): Promise<number> {
  const which = sessionId === undefined ? Prisma.empty : Prisma.sql`AND id = ${sessionId}::uuid`
  const ended = await tx.rows(Prisma.sql`
    UPDATE ${portal.sessions} SET ended_at = ${context.now}, ended_reason = ${reason}
     WHERE ${portal.person} = ${person.id}::uuid AND ended_at IS NULL AND expires_at > ${context.now} ${which} RETURNING id`)
  const events = ended.map(() => ({ type: 'session.ended' as const, reason }))
  await appendEvents(tx, context, subjectOf(portal, person), events)
  return ended.length
}
