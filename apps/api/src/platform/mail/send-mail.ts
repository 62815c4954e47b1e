import { buffer } from 'node:stream/consumers'
import { Prisma } from '@timedesk/prisma/client'
import nodemailer from 'nodemailer'
import type { Deps } from '../deps.ts'
import type { Storage } from '../storage/storage.ts'
import { SIDE_MAIL, type MailAttachment } from './write-mail.ts'

const ATTEMPTS_MAX = 12
const LEASE_SECONDS = 120
const BACKOFF_SECONDS_MAX = 4 * 3_600
const SMTP_TIMEOUT_MS = 20_000

type Row = {
  id: string
  messageId: string
  toAddress: string
  toName: string
  subject: string
  text: string
  attachments: MailAttachment[]
  kind: string
  cc: { name: string; address: string }[]
  replyTo: string | null
  inReplyTo: string | null
  referenceIds: string[] | null
  attempts: number
}

/** Hands one message to a mail server; throws when the server does not take it. */
export type Transport = (message: {
  from: string
  to: { name: string; address: string }
  subject: string
  text: string
  messageId: string
  cc: { name: string; address: string }[]
  replyTo?: string
  inReplyTo?: string
  references: string[]
  headers: Record<string, string>
  attachments: { filename: string; contentType: string; content: Buffer }[]
}) => Promise<unknown>

/** A transport by SMTP, with every wait bounded; null when no server is configured. */
export function openTransport(smtpUrl: string | undefined): Transport | null {
  if (smtpUrl === undefined) return null
  const transport = nodemailer.createTransport(smtpUrl, {})
  Object.assign(transport.options, {
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return (message) => transport.sendMail(message)
}

/**
 * Sends the next waiting mail. The row is leased first and the network is spoken to outside of any transaction; a crash
 * in between sends the mail again later, under the same Message-ID. Resolves with false when none was waiting.
 */
export async function sendNextMail(
  deps: Pick<Deps, 'database' | 'storage' | 'now' | 'log' | 'env'>,
  transport: Transport | null,
): Promise<boolean> {
  const now = deps.now()
  if (transport === null) {
    await deps.database.reader.rows(
      Prisma.sql`UPDATE mail SET state = 'not_configured' WHERE state = 'waiting' AND next_attempt_at <= ${now}`,
    )
    return false
  }
  const [mail] = await deps.database.reader.rows<Row>(Prisma.sql`
    UPDATE mail SET attempts = attempts + 1, next_attempt_at = ${new Date(now.getTime() + LEASE_SECONDS * 1000)}
     WHERE id = (SELECT id FROM mail WHERE state = 'waiting' AND next_attempt_at <= ${now} ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, message_id AS "messageId", to_address AS "toAddress", to_name AS "toName", subject, text, attachments, kind,
      cc, reply_to AS "replyTo", in_reply_to AS "inReplyTo", reference_ids AS "referenceIds", attempts`)
  if (mail === undefined) return false
  try {
    const { toName: name, toAddress: address, subject, text, messageId, cc, replyTo, inReplyTo, kind } = mail
    await transport({
      from: deps.env.MAIL_FROM,
      to: { name, address },
      subject,
      text,
      messageId,
      cc,
      ...(replyTo !== null && { replyTo }),
      ...(inReplyTo !== null && { inReplyTo }),
      references: mail.referenceIds ?? [],
      // What a person wrote to a person may be answered by machines; all other mail is our own machine's (RFC 3834).
      headers: kind === SIDE_MAIL ? {} : { 'Auto-Submitted': 'auto-generated' },
      attachments: await Promise.all(mail.attachments.map((attachment) => readAttachment(deps.storage, attachment))),
    })
    await deps.database.reader.rows(
      Prisma.sql`UPDATE mail SET state = 'sent', sent_at = ${deps.now()}, last_error = NULL WHERE id = ${mail.id}::uuid`,
    )
  } catch (error) {
    deps.log.warn({ err: error, mailId: mail.id }, 'a mail could not be sent')
    await deps.database.reader.rows(markFailed(mail, error, deps.now()))
  }
  return true
}

async function readAttachment(storage: Storage, { name, contentType, storageKey }: MailAttachment) {
  const content = await storage.open(storageKey)
  if (content === null) throw new Error(`The file ${name} of the mail is gone`)
  return { filename: name, contentType, content: await buffer(content) }
}

function markFailed({ id, attempts }: Row, error: unknown, now: Date): Prisma.Sql {
  const isFinal = attempts >= ATTEMPTS_MAX || isRefusedForGood(error)
  const next = new Date(now.getTime() + Math.min(BACKOFF_SECONDS_MAX, 15 * 2 ** attempts) * 1000)
  return Prisma.sql`UPDATE mail SET state = ${isFinal ? 'failed' : 'waiting'}, next_attempt_at = ${next}, last_error = ${String(error).slice(0, 500)} WHERE id = ${id}::uuid`
}

/** A 5xx answer to the recipient or the message: the server will say the same next time. */
function isRefusedForGood(error: unknown): boolean {
  const code = (error as { responseCode?: unknown }).responseCode
  return typeof code === 'number' && code >= 500 && code < 600
}
