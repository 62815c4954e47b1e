import { createHash } from 'node:crypto'
import { Prisma } from '@timedesk/prisma/client'
import { Refusal } from '@timedesk/contracts/refusal'
import type { Tx } from '../db/database.ts'

const KEY_PATTERN = /^[\x21-\x7e]{1,255}$/u

/** A POST that may be repeated: who sends it, under which key, to which route, with which body. */
export type Claim = {
  actorKey: string
  key: string
  route: string
  bodyHash: string
}

export type StoredAnswer = {
  status: number
  headers: Record<string, string>
  body: unknown
}

/** Reads the claim out of a request; null without the header. Refuses a malformed key. */
export function claimOf(
  header: string | string[] | undefined,
  actorKey: string | null,
  route: string,
  body: unknown,
): Claim | null {
  if (header === undefined || actorKey === null) return null
  if (typeof header !== 'string' || !KEY_PATTERN.test(header)) {
    throw new Refusal('invalid_request', { detail: 'Idempotency-Key must be 1 to 255 visible ASCII characters.' })
  }
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('base64url')
  return { actorKey, key: header, route, bodyHash }
}

/**
 * Takes the key for this transaction, or gives the answer that was stored with the first effect.
 * Refuses with `request_in_flight` while the first is being handled, and with `idempotency_key_reused` for another request.
 */
export async function replayOf(tx: Tx, claim: Claim): Promise<StoredAnswer | null> {
  const [lock] = await tx.rows<{ isFree: boolean }>(
    Prisma.sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${`${claim.actorKey}\n${claim.key}`}, 0)) AS "isFree"`,
  )
  if (lock?.isFree !== true) throw new Refusal('request_in_flight', { retryAfterSeconds: 1 })
  const [stored] = await tx.rows<Omit<StoredAnswer, 'body'> & { route: string; bodyHash: string; body: string | null }>(
    Prisma.sql`SELECT route, body_hash AS "bodyHash", status, headers, body FROM idempotency_key
      WHERE actor_key = ${claim.actorKey} AND key = ${claim.key}`,
  )
  if (stored === undefined) return null
  if (stored.route !== claim.route || stored.bodyHash !== claim.bodyHash) throw new Refusal('idempotency_key_reused')
  return {
    status: stored.status,
    headers: stored.headers,
    body: stored.body === null ? undefined : JSON.parse(stored.body),
  }
}

/** Stores the answer in the effect's own transaction: both exist, or neither. */
export async function storeAnswer(tx: Tx, claim: Claim, answer: StoredAnswer): Promise<void> {
  const body = answer.body === undefined ? null : JSON.stringify(answer.body)
  await tx.rows(
    Prisma.sql`INSERT INTO idempotency_key (actor_key, key, route, body_hash, status, headers, body)
      VALUES (${claim.actorKey}, ${claim.key}, ${claim.route}, ${claim.bodyHash}, ${answer.status}, ${JSON.stringify(answer.headers)}::jsonb, ${body})`,
  )
}
