import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'

/** More than anybody reads before they look at the case. */
const TOLD_MAX = 20

/**
 * Keeps a writer from answering over what somebody else wrote after `seenMessageId`. Asked behind the case's lock, where
 * every message gets its id: whoever is second of two finds the first. Refuses with `newer_messages`, telling of each who
 * wrote it and when, and its id where a program looks for it.
 */
export async function refuseNewerMessages(
  tx: Tx,
  { actor }: Context,
  caseId: string,
  seenMessageId: string | undefined,
): Promise<void> {
  if (seenMessageId === undefined) return
  const newer = Prisma.sql`m.case_id = ${caseId}::uuid AND m.id > ${seenMessageId}::uuid`
  const others = Prisma.sql`m.author_id IS DISTINCT FROM ${actor.id}::uuid`
  const messages = await tx.rows<{ id: string; name: string; at: Date }>(Prisma.sql`
    SELECT m.id, m.author_name AS name, m.posted_at AS at FROM reply m WHERE ${newer} AND ${others}
    UNION ALL SELECT m.id, m.author_name, m.written_at FROM note m WHERE ${newer} AND ${others}
    ORDER BY id LIMIT ${TOLD_MAX}`)
  if (messages.length === 0) return
  const fields = messages.map(({ id, name, at }) => ({
    pointer: '/body/seenMessageId',
    code: 'newer_messages',
    message: `${name} wrote at ${minuteOf(at)}.`,
    expected: [id],
  }))
  throw new Refusal('newer_messages', { detail: 'Read what came in the meantime, then send again.', fields })
}

function minuteOf(at: Date): string {
  return `${at.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')} UTC`
}
