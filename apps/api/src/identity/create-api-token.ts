import type { ApiToken, createApiToken as contract } from '@timedesk/contracts/api-tokens'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { newApiToken } from './api-token-form.ts'
import { hashSecret } from './authenticate.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const HINT_LENGTH = 4
const LIVE_TOKENS_MAX = 50

/**
 * Creates an API token of an employee. Its secret exists in the answer only.
 * Refuses with `conflict` when the employee has too many live ones.
 */
export async function createApiToken(
  tx: Tx,
  context: Acting,
  employeeId: string,
  { name, scopes: wanted, expiresInDays }: z.output<typeof contract.body>,
): Promise<ApiToken & { secret: string }> {
  const { now } = context
  await tx.rows(Prisma.sql`SELECT 1 FROM employee WHERE id = ${employeeId}::uuid FOR UPDATE`)
  const [live] = await tx.rows<{ count: number }>(Prisma.sql`
    SELECT count(*)::int AS count FROM api_token WHERE employee_id = ${employeeId}::uuid AND revoked_at IS NULL AND expires_at > ${now}`)
  if ((live?.count ?? 0) >= LIVE_TOKENS_MAX)
    throw new Refusal('conflict', { detail: `You have ${String(LIVE_TOKENS_MAX)} tokens; revoke one first.` })
  const id = context.newId()
  const secret = newApiToken()
  const scopes = [...new Set(wanted)]
  const hint = `…${secret.slice(-HINT_LENGTH)}`
  const expiresAt = new Date(now.getTime() + expiresInDays * DAY_MS)
  await tx.rows(Prisma.sql`
    INSERT INTO api_token (id, employee_id, name, hint, hash, scopes, created_at, expires_at)
    VALUES (${id}::uuid, ${employeeId}::uuid, ${name}, ${hint}, ${hashSecret(secret)}, ${scopes}::text[], ${now}, ${expiresAt})`)
  await appendEvents(tx, context, { kind: 'employee', id: employeeId }, [{ type: 'token.created', name, scopes }])
  const createdAt = now.toISOString()
  return { id, name, hint, scopes, createdAt, expiresAt: expiresAt.toISOString(), lastUsedAt: null, secret }
}
