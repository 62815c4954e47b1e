import { plainText } from '@timedesk/domain/text/plain-text'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { findCopiedFiles, type CopiedFile } from './find-copied-files.ts'
import type { SplitMessage } from './find-messages.ts'

/** A message and the copy of it that is to stand in the new case. */
export type Copy = {
  message: SplitMessage
  copyId: string
  files: readonly CopiedFile[]
}

/** The case that copies are put into. */
type Destination = { id: string; customerId: string }

/** Plans copies of messages, by new ids in the order in which they were said. */
export async function planCopies(
  tx: Tx,
  { newId }: Context<StaffActor>,
  messages: readonly SplitMessage[],
): Promise<Copy[]> {
  const files = await findCopiedFiles(tx, newId, messages)
  return messages.map((message) => ({
    message,
    copyId: newId(),
    files: files.filter(({ messageId }) => messageId === message.id),
  }))
}

/** The words of a message that is copied: its pictures are those of the copy. */
function bodyOf({ message, files }: Copy): string {
  return files.reduce((body, { id, copyId }) => body.replaceAll(id, copyId), message.body)
}

/** The statement that copies a public message with its author and its moment. */
export function copyReply(copy: Copy, to: Destination, kind: 'description' | 'reply'): Prisma.Sql {
  return Prisma.sql`INSERT INTO reply (id, case_id, customer_id, kind, author_kind, author_id, author_name, body, posted_at)
    SELECT ${copy.copyId}::uuid, ${to.id}::uuid, ${to.customerId}::uuid, ${kind}, author_kind, author_id, author_name, ${bodyOf(copy)}, posted_at
      FROM reply WHERE id = ${copy.message.id}::uuid`
}

function copyNote(copy: Copy, to: Destination): Prisma.Sql {
  return Prisma.sql`INSERT INTO note (id, case_id, customer_id, author_id, author_name, body, written_at)
    SELECT ${copy.copyId}::uuid, ${to.id}::uuid, ${to.customerId}::uuid, author_id, author_name, ${bodyOf(copy)}, written_at
      FROM note WHERE id = ${copy.message.id}::uuid`
}

/**
 * Copies messages into a new case that has its description already, with their files, whose content both cases share from
 * then on, and marks them where they stand. Who spoke last is what the new case says of its dialogue.
 */
export async function copyMessages(
  tx: Tx,
  { now }: Context<StaffActor>,
  copies: readonly Copy[],
  descriptionId: string,
  to: Destination,
): Promise<void> {
  for (const copy of copies) {
    const { id, caseId, kind } = copy.message
    if (kind === 'note') await tx.rows(copyNote(copy, to))
    else if (id !== descriptionId) await tx.rows(copyReply(copy, to, 'reply'))
    for (const file of copy.files) await tx.rows(copyFile(file, copy, to))
    await tx.rows(Prisma.sql`INSERT INTO split_message (message_id, case_id, to_case_id, copy_id, split_at)
      VALUES (${id}::uuid, ${caseId}::uuid, ${to.id}::uuid, ${copy.copyId}::uuid, ${now})`)
  }
  const last = copies.filter(({ message }) => message.kind === 'reply').at(-1)
  await tx.rows(Prisma.sql`UPDATE support_case c SET last_contact_reply_at = d.by_contact, last_staff_reply_at = d.by_staff,
      last_reply_snippet = ${plainText(last?.message.body ?? '')}
    FROM (SELECT max(posted_at) FILTER (WHERE author_kind = 'contact') AS by_contact,
        max(posted_at) FILTER (WHERE author_kind <> 'contact') AS by_staff
      FROM reply WHERE case_id = ${to.id}::uuid) d
    WHERE c.id = ${to.id}::uuid`)
}

function copyFile({ id, copyId }: CopiedFile, copy: Copy, to: Destination): Prisma.Sql {
  return Prisma.sql`INSERT INTO attachment (id, customer_id, case_id, reply_id, note_id, name, content_type, size_bytes, sha256, storage_key,
      uploader_kind, uploader_id, uploaded_at, claimed_at)
    SELECT ${copyId}::uuid, ${to.customerId}::uuid, ${to.id}::uuid, CASE WHEN reply_id IS NOT NULL THEN ${copy.copyId}::uuid END,
      CASE WHEN note_id IS NOT NULL THEN ${copy.copyId}::uuid END, name, content_type, size_bytes, sha256, storage_key,
      uploader_kind, uploader_id, uploaded_at, claimed_at
    FROM attachment WHERE id = ${id}::uuid`
}
