import { Prisma } from '@timedesk/prisma/client'
import type { Deps } from '../platform/deps.ts'
import { act } from './act.ts'
import { hashSecret } from './authenticate.ts'
import type { Person, Portal } from './portals.ts'
import { endSessions, newRefresh, sessionEnd, type LiveSession } from './sessions.ts'

/** Tabs that wake together refresh together: the secret of a moment ago still serves, without a new one. */
const GRACE_MS = 15_000
const REFRESH_PATTERN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/u
const NOBODY = { kind: 'system', id: null, name: 'Timedesk' } as const

type Row = Person & {
  sessionId: string
  refreshHash: string
  previousRefreshHash: string | null
  rotatedAt: Date
  startedAt: Date
  expiresAt: Date
}

type Refreshed = Omit<LiveSession, 'refresh'> & {
  /** Null when another tab has just been given the new secret. */
  refresh: string | null
}

/**
 * Exchanges a refresh secret for a new one. A secret that was exchanged before is in two hands, and nobody knows whose
 * is the right one: the session ends. Resolves with null when there is no live session any more.
 */
export async function refreshSession(
  deps: Deps,
  portal: Portal,
  secret: string | undefined,
  requestId: string,
): Promise<Refreshed | null> {
  const sessionId = REFRESH_PATTERN.exec(secret ?? '')?.[1]
  if (secret === undefined || sessionId === undefined) return null
  const hash = hashSecret(secret)
  return act(deps, NOBODY, requestId, async (tx, context) => {
    const { now } = context
    const [row] = await tx.rows<Row>(Prisma.sql`
      SELECT s.id AS "sessionId", s.refresh_hash AS "refreshHash", s.previous_refresh_hash AS "previousRefreshHash",
             s.rotated_at AS "rotatedAt", s.created_at AS "startedAt", s.expires_at AS "expiresAt", a.id, a.name, a.customer_id AS "customerId"
        FROM ${portal.sessions} s JOIN ${portal.accounts} a ON a.id = s.${portal.person}
       WHERE s.id = ${sessionId}::uuid AND s.ended_at IS NULL AND s.expires_at > ${now} AND a.is_active FOR UPDATE OF s`)
    if (row === undefined) return null
    const known = { id: sessionId, personId: row.id, expiresAt: row.expiresAt }
    if (row.previousRefreshHash === hash && now.getTime() - row.rotatedAt.getTime() <= GRACE_MS)
      return { ...known, refresh: null }
    if (row.refreshHash !== hash) {
      await endSessions(tx, context, portal, row, 'refresh_reused', sessionId)
      return null
    }
    const refresh = newRefresh(sessionId)
    const expiresAt = sessionEnd(row.startedAt, now)
    await tx.rows(Prisma.sql`
      UPDATE ${portal.sessions} SET refresh_hash = ${hashSecret(refresh)}, previous_refresh_hash = ${hash}, rotated_at = ${now}, expires_at = ${expiresAt}
       WHERE id = ${sessionId}::uuid`)
    return { ...known, refresh, expiresAt }
  })
}
