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
  /** Who else gets the same mail. */
  cc?: { name: string; address: string }[]
  /** Where answers go, when not to the sender of all mail. */
  replyTo?: string
  /** The Message-IDs of the mails before it in its conversation, the oldest first; the last is the one it answers. */
  references?: string[]
  /** The document that it brings or reminds of. */
  invoiceId?: string
  now: Date
  newId: () => string
  publicUrl: string
}

/** The kind of a mail of a side conversation: the only one that a person writes. */
export const SIDE_MAIL = 'side_conversation'

const SUBJECT_LENGTH_MAX = 250

/** The Message-ID (RFC 5322, 3.6.4) of the mail of that id. */
export function messageIdOf(id: string, publicUrl: string): string {
  return `<${id}@${new URL(publicUrl).hostname}>`
}

/**
 * Queues a mail in the caller's transaction. Its Message-ID is made from its id once and for all, so that every
 * attempt to send it is the same message.
 */
export async function writeMail(
  reader: Reader,
  { causeKey, kind, to, subject, text, attachments = [], invoiceId, now, newId, publicUrl, ...thread }: MailDraft,
): Promise<void> {
  const { cc = [], replyTo = null, references = [] } = thread
  const id = newId()
  const messageId = messageIdOf(id, publicUrl)
  const line = subject.replaceAll(/[\r\n]+/gu, ' ').slice(0, SUBJECT_LENGTH_MAX)
  await reader.rows(Prisma.sql`
    INSERT INTO mail (id, cause_key, message_id, kind, to_address, to_name, subject, text, attachments, cc, reply_to, in_reply_to,
      reference_ids, invoice_id, next_attempt_at, created_at)
    VALUES (${id}::uuid, ${causeKey}, ${messageId}, ${kind}, ${to.address}, ${to.name}, ${line}, ${text},
      ${JSON.stringify(attachments)}::jsonb, ${JSON.stringify(cc)}::jsonb, ${replyTo}, ${references.at(-1) ?? null}, ${references}, ${invoiceId ?? null}::uuid, ${now}, ${now})
    ON CONFLICT (cause_key) DO NOTHING`)
}
