import type { Session } from '@timedesk/contracts/identity'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { nameUserAgent } from './name-user-agent.ts'
import type { Portal } from './portals.ts'

const SESSIONS_SHOWN_MAX = 200

type Row = { id: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date; userAgent: string; ipAddress: string }

/** A person's live sessions, newest first. */
export async function findSessions(
  reader: Reader,
  portal: Portal,
  personId: string,
  currentId: string | null,
  now: Date,
): Promise<Session[]> {
  const rows = await reader.rows<Row>(Prisma.sql`
    SELECT id, created_at AS "createdAt", rotated_at AS "lastSeenAt", expires_at AS "expiresAt", user_agent AS "userAgent", ip_address AS "ipAddress"
      FROM ${portal.sessions} WHERE ${portal.person} = ${personId}::uuid AND ended_at IS NULL AND expires_at > ${now}
     ORDER BY created_at DESC, id DESC LIMIT ${SESSIONS_SHOWN_MAX}`)
  return rows.map(({ createdAt, lastSeenAt, expiresAt, userAgent, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    userAgent: nameUserAgent(userAgent),
    isCurrent: row.id === currentId,
  }))
}
