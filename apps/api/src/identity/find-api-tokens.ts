import type { ApiToken } from '@timedesk/contracts/api-tokens'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

type Row = Omit<ApiToken, 'createdAt' | 'expiresAt' | 'lastUsedAt'> & {
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
}

/** An employee's live tokens, newest first; their number is bounded where they are made. */
export async function findApiTokens(reader: Reader, employeeId: string, now: Date): Promise<ApiToken[]> {
  const rows = await reader.rows<Row>(Prisma.sql`
    SELECT id, name, hint, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"
      FROM api_token WHERE employee_id = ${employeeId}::uuid AND revoked_at IS NULL AND expires_at > ${now} ORDER BY created_at DESC, id DESC`)
  return rows.map(({ createdAt, expiresAt, lastUsedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
}
