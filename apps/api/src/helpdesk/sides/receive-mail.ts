import type { receiveMail as contract } from '@timedesk/contracts/side-conversations'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { NamedFile } from '../../platform/storage/send-file.ts'
import { appendCaseEvents } from '../../service-levels/append-case-events.ts'
import { lockCase } from '../lock-case.ts'
import { holdConversation, type HeldConversation } from './hold-conversation.ts'
import type { ReadMail } from './read-mail.ts'

type Outcome = z.output<(typeof contract.responses)[200]>
/** A mail whose files are stored, and that can be told from all others. */
type StoredMail = Omit<ReadMail, 'files' | 'messageId'> & { messageId: string; files: NamedFile[] }

/**
 * Puts a mail into the side conversation that it belongs to. An answer opens a closed one again, unless a machine wrote
 * it. The same mail makes one message, however often and however many at once hand it in. Refuses with `mail_refused`
 * one that belongs to none.
 */
export async function receiveMail(tx: Tx, context: Context<StaffActor>, mail: StoredMail): Promise<Outcome> {
  const found = await findConversationOf(tx, mail)
  const living = await lockCase(tx, found.livingCaseId)
  const conversation = await holdConversation(tx, found.id)
  const [known] = await tx.rows<{ id: string; conversationId: string }>(Prisma.sql`
    SELECT id, conversation_id AS "conversationId" FROM side_message WHERE message_id = ${mail.messageId}`)
  if (known !== undefined) return { outcome: 'known', conversationId: known.conversationId, messageId: known.id }
  const { id, subject } = conversation
  const messageId = await storeMessage(tx, context, conversation, mail)
  const isOpened = conversation.isClosed && !mail.isAutomatic
  const opening = isOpened ? Prisma.sql`, closed_at = NULL` : Prisma.empty
  await tx.rows(Prisma.sql`UPDATE side_conversation SET last_message_at = ${context.now}, version = version + 1 ${opening}
    WHERE id = ${id}::uuid`)
  const about = { conversationId: id, subject }
  const { name: fromName, address: fromAddress } = mail.from
  await appendCaseEvents(tx, context, living, [
    ...(isOpened ? [{ type: 'side.reopened' as const, ...about }] : []),
    { type: 'side.received', ...about, messageId, fromName, fromAddress, attachments: mail.files.length },
  ])
  return { outcome: 'received', conversationId: id, messageId }
}

/** By the address that it went to, else by the mail that it answers; what somebody answered last is the nearest. */
async function findConversationOf(
  tx: Tx,
  { tokens, answers, messageId }: Pick<StoredMail, 'tokens' | 'answers' | 'messageId'>,
): Promise<{ id: string; livingCaseId: string }> {
  const named = [...answers, messageId]
  const [found] = await tx.rows<{ id: string; livingCaseId: string }>(Prisma.sql`
    SELECT s.id, coalesce(c.merged_into_id, c.id) AS "livingCaseId"
      FROM side_conversation s JOIN support_case c ON c.id = s.case_id
      LEFT JOIN LATERAL (SELECT min(array_position(${named}::text[], m.message_id)) AS nearest FROM side_message m
        WHERE m.conversation_id = s.id AND m.message_id = ANY(${named}::text[])) a ON true
     WHERE s.token = ANY(${tokens}::text[])
        OR s.id IN (SELECT m.conversation_id FROM side_message m WHERE m.message_id = ANY(${named}::text[]))
     ORDER BY s.token = ANY(${tokens}::text[]) DESC, a.nearest, s.id LIMIT 1`)
  if (found !== undefined) return found
  throw new Refusal('mail_refused', {
    detail: 'The mail was sent to no address of a side conversation and answers none of its mails.',
  })
}

async function storeMessage(
  tx: Tx,
  { actor, now, newId }: Context<StaffActor>,
  { id: conversationId, caseId, customerId }: HeldConversation,
  { from, body, quoted, isAutomatic, messageId, files }: StoredMail,
): Promise<string> {
  const id = newId()
  await tx.rows(Prisma.sql`
    INSERT INTO side_message (id, conversation_id, direction, author_name, author_address, body, quoted, is_automatic, message_id, at)
    VALUES (${id}::uuid, ${conversationId}::uuid, 'in', ${from.name}, ${from.address}, ${body}, ${quoted}, ${isAutomatic}, ${messageId}, ${now})`)
  for (const { name, contentType, sizeBytes, sha256, storageKey } of files)
    await tx.rows(Prisma.sql`
      INSERT INTO attachment (id, customer_id, case_id, side_message_id, name, content_type, size_bytes, sha256, storage_key, uploader_kind, uploader_id, uploaded_at, claimed_at)
      VALUES (${newId()}::uuid, ${customerId}::uuid, ${caseId}::uuid, ${id}::uuid, ${name}, ${contentType}, ${sizeBytes}, ${sha256}, ${storageKey}, 'employee', ${actor.id}::uuid, ${now}, ${now})`)
  return id
}
