import type { Mail, listMails } from '@timedesk/contracts/operations'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, type Page, type Paging } from '../platform/http/paging.ts'

type Row = {
  createdAt: Date
  sentAt: Date | null
} & Omit<Mail, 'createdAt' | 'sentAt'>

const columns = Prisma.sql`id, kind, to_address AS "toAddress", to_name AS "toName", subject, state, attempts, last_error AS "lastError",
  message_id AS "messageId", created_at AS "createdAt", sent_at AS "sentAt"`

/** A page of outgoing mail, newest first. */
export async function findMails(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listMails.query>,
): Promise<Page<Mail>> {
  const binding = bindingOf('mails', query)
  const after = paging.keyAfter(binding, query)
  const conditions = [Prisma.sql`true`]
  if (query.state !== undefined) conditions.push(Prisma.sql`state = ${query.state}`)
  if (after !== null) conditions.push(Prisma.sql`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const where = Prisma.join(conditions, ' AND ')
  const rows = await reader.rows<Row>(
    Prisma.sql`SELECT ${columns} FROM mail WHERE ${where} ORDER BY created_at DESC, id DESC LIMIT ${query.limit + 1}`,
  )
  return paging.cut(binding, query, rows, (row) => [row.createdAt.toISOString(), row.id], present)
}

/**
 * One mail with its text. The secret of a link that signs somebody in is shown only while no mail server is
 * configured, because then the outbox page is the only way it can reach them. Refuses with `not_found`.
 */
export async function findMail(reader: Reader, id: string): Promise<Mail & { text: string }> {
  const [row] = await reader.rows<Row & { text: string }>(
    Prisma.sql`SELECT ${columns}, text FROM mail WHERE id = ${id}::uuid`,
  )
  if (row === undefined) throw new Refusal('not_found')
  const { text, ...mail } = row
  return {
    ...present(mail),
    text: row.state === 'not_configured' ? text : text.replaceAll(/#secret=[\w.~-]+/gu, '#secret=…'),
  }
}

/** Puts a mail back into the queue, under the Message-ID it has. Refuses with `not_found`. */
export async function retryMail(reader: Reader, id: string, now: Date): Promise<void> {
  const found = await reader.rows(Prisma.sql`
    UPDATE mail SET state = CASE WHEN state = 'sent' THEN state ELSE 'waiting' END, next_attempt_at = ${now}, attempts = 0
     WHERE id = ${id}::uuid RETURNING id`)
  if (found.length === 0) throw new Refusal('not_found')
}

function present({ createdAt, sentAt, ...row }: Row): Mail {
  return { ...row, createdAt: createdAt.toISOString(), sentAt: sentAt?.toISOString() ?? null }
}
