import type { SideMessage, sendSideMessage as contract } from '@timedesk/contracts/side-conversations'
import { referencesOf } from '@timedesk/domain/mail/message-ids'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { SIDE_MAIL, messageIdOf, writeMail, type MailAttachment } from '../../platform/mail/write-mail.ts'
import { claimAttachments } from '../claim-attachments.ts'
import { forwardFiles } from './forward-files.ts'
import type { HeldConversation } from './hold-conversation.ts'
import type { SideMailbox } from './side-mailbox.ts'

type Words = Pick<z.output<typeof contract.body>, 'body' | 'attachmentIds' | 'forwardedIds'>

/**
 * Stores what staff writes in a held conversation and queues the one mail that carries it to all participants. It
 * answers the newest message, so that their programs show one thread. Refuses what its files refuse.
 */
export async function writeSideMessage(
  tx: Tx,
  context: Context<StaffActor>,
  mailbox: SideMailbox,
  { id: conversationId, caseId, customerId, subject, token, participants }: HeldConversation,
  { body, attachmentIds, forwardedIds }: Words,
): Promise<z.output<typeof SideMessage>> {
  const { actor, now, newId } = context
  const id = newId()
  const earlier = await tx.rows<{ messageId: string }>(Prisma.sql`SELECT message_id AS "messageId" FROM side_message
    WHERE conversation_id = ${conversationId}::uuid ORDER BY at, id`)
  const references = referencesOf(earlier.map(({ messageId }) => messageId))
  const mailId = newId()
  const messageId = messageIdOf(mailId, mailbox.publicUrl)
  await tx.rows(Prisma.sql`INSERT INTO side_message (id, conversation_id, direction, author_id, author_name, body, message_id, at)
    VALUES (${id}::uuid, ${conversationId}::uuid, 'out', ${actor.id}::uuid, ${actor.name}, ${body}, ${messageId}, ${now})`)
  const claimed = await claimAttachments(tx, context, attachmentIds, {
    caseId,
    customerId,
    kind: 'side',
    messageId: id,
  })
  const forwarded = await forwardFiles(tx, context, forwardedIds, { caseId, customerId, messageId: id })
  const [to = { address: '', name: '' }, ...cc] = participants
  await writeMail(tx, {
    causeKey: `side:${id}`,
    kind: SIDE_MAIL,
    to,
    cc,
    replyTo: mailbox.replyAddress(token),
    references,
    subject: references.length === 0 ? subject : `Re: ${subject}`,
    text: body,
    attachments: await storedFiles(tx, id),
    now,
    newId: () => mailId,
    publicUrl: mailbox.publicUrl,
  })
  return {
    id,
    direction: 'out',
    author: { id: actor.id, name: actor.name, address: '' },
    isFromStranger: false,
    isAutomatic: false,
    body,
    quoted: '',
    at: now.toISOString(),
    delivery: { state: 'waiting', lastError: null },
    attachments: [...claimed, ...forwarded],
  }
}

function storedFiles(tx: Tx, messageId: string): Promise<MailAttachment[]> {
  return tx.rows<MailAttachment>(Prisma.sql`SELECT name, content_type AS "contentType", storage_key AS "storageKey"
    FROM attachment WHERE side_message_id = ${messageId}::uuid ORDER BY uploaded_at, id`)
}
