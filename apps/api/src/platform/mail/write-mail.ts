import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../db/database.ts'

/** A stored file that goes with a mail, under the name that its reader sees. */
export type MailAttachment = { name: string; contentType: string; storageKey: string }

/** A mail to one person, with what caused it. */
export type MailDraft = {
  /** The same cause never makes a second mail. */
  causeKey: string
  kind: string
  to: { name: string; address: string }
  subject: string
  text: string
  attachments?: MailAttachment[]
  /** The document that it brings or reminds of. */
  invoiceId?: string
  now: Date
  newId: () => string
  publicUrl: string
}

const SUBJECT_LENGTH_MAX = 250

/**
 * Queues a mail in the caller's transaction. Its Message-ID is made from its id once and for all, so that every
 * attempt to send it is the same message.
 */
export async function writeMail(
  reader: Reader,
  { causeKey, kind, to, subject, text, attachments = [], invoiceId, now, newId, publicUrl }: MailDraft,
): Promise<void> {
  const id = newId()
  const messageId = `<${id}@${new URL(publicUrl).hostname}>`
  const line = subject.replaceAll(/[\r\n]+/gu, ' ').slice(0, SUBJECT_LENGTH_MAX)
  await reader.rows(Prisma.sql`
    INSERT INTO mail (id, cause_key, message_id, kind, to_address, to_name, subject, text, attachments, invoice_id, next_attempt_at, created_at)
    VALUES (${id}::uuid, ${causeKey}, ${messageId}, ${kind}, ${to.address}, ${to.name}, ${line}, ${text},
      ${JSON.stringify(attachments)}::jsonb, ${invoiceId ?? null}::uuid, ${now}, ${now})
    ON CONFLICT (cause_key) DO NOTHING`)
}
