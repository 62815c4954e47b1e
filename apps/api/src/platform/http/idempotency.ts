import { createHash } from 'node:crypto'
import { Prisma } from '@timedesk/prisma/client'
import { Refusal } from '@timedesk/contracts/refusal'
import type { Tx } from '../db/database.ts'

const KEY_PATTERN = /^[\x21-\x7e]{1,255}$/u
const RETRY_AFTER_SECONDS = 1

/** A POST that may be repeated: who sends it, under which key, to which route, with which body. */
export type Claim = {
  actorKey: string
  key: string
  route: string
  bodyHash: string
}

/** An answer as it is sent: `text` is the body's JSON, null where there is none. */
export type StoredAnswer = {
  status: number
  headers: Record<string, string>
  text: string | null
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

type Row = { isFree: boolean; route: string; bodyHash: string; status: number | null } & Omit<StoredAnswer, 'status'>

/**
 * Takes the key for this transaction, or gives the answer that was stored with the first effect.
 * Refuses with `request_in_flight` while the first is being handled, and with `idempotency_key_reused` for another request.
 */
export async function replayOf(tx: Tx, { actorKey, key, route, bodyHash }: Claim): Promise<StoredAnswer | null> {
  const [row] = await tx.rows<Row>(
    Prisma.sql`SELECT l.is_free AS "isFree", k.route, k.body_hash AS "bodyHash", k.status, k.headers, k.body AS text
      FROM (SELECT pg_try_advisory_xact_lock(hashtextextended(${`${actorKey}\n${key}`}, 0)) AS is_free) l
      LEFT JOIN idempotency_key k ON k.actor_key = ${actorKey} AND k.key = ${key}`,
  )
  if (row?.isFree !== true) throw new Refusal('request_in_flight', { retryAfterSeconds: RETRY_AFTER_SECONDS })
  const { status, headers, text } = row
  if (status === null) return null
  if (row.route !== route || row.bodyHash !== bodyHash) throw new Refusal('idempotency_key_reused')
  return { status, headers, text }
}

/**
 * The statement that stores the answer in the effect's own transaction: both exist, or neither. It breaks a unique
 * rule when the first request ended between our look for its answer and our lock.
 */
export function answerInsertion({ actorKey, key, route, bodyHash }: Claim, answer: StoredAnswer): Prisma.Sql {
  return Prisma.sql`INSERT INTO idempotency_key (actor_key, key, route, body_hash, status, headers, body)
    VALUES (${actorKey}, ${key}, ${route}, ${bodyHash}, ${answer.status}, ${JSON.stringify(answer.headers)}::jsonb, ${answer.text})`
}

/** Refuses with `request_in_flight` what `answerInsertion` ran into; any other error is thrown on. */
export function refuseOvertaken(error: unknown): never {
  const { constraint } = error as { constraint?: unknown }
  if (constraint !== 'idempotency_key_pkey') throw error
  throw new Refusal('request_in_flight', { retryAfterSeconds: RETRY_AFTER_SECONDS })
}
