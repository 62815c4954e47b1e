import type { SideMessage, sendSideMessage as contract } from '@timedesk/contracts/side-conversations'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendCaseEvents } from '../../service-levels/append-case-events.ts'
import { holdConversation, livingCaseOf } from './hold-conversation.ts'
import { moveAlong } from './move-along.ts'
import type { SideMailbox } from './side-mailbox.ts'
import { writeSideMessage } from './write-side-message.ts'

type Input = { conversationId: string } & z.output<typeof contract.body>

/**
 * Writes on in a side conversation, whose case may have been merged since: what is told is told where the case goes on.
 * Opens a closed one again. Refuses with `not_found`, and what a move and files refuse.
 */
export async function sendMessage(
  tx: Tx,
  context: Context<StaffActor>,
  mailbox: SideMailbox,
  { conversationId, body, attachmentIds, forwardedIds, ...move }: Input,
): Promise<z.output<typeof SideMessage>> {
  const living = await moveAlong(tx, context, await livingCaseOf(tx, conversationId), move)
  const conversation = await holdConversation(tx, conversationId)
  const words = { body, attachmentIds, forwardedIds }
  const message = await writeSideMessage(tx, context, mailbox, conversation, words)
  await tx.rows(Prisma.sql`UPDATE side_conversation SET last_message_at = ${context.now}, closed_at = NULL, version = version + 1
    WHERE id = ${conversationId}::uuid`)
  const about = { conversationId, subject: conversation.subject }
  await appendCaseEvents(tx, context, living, [
    ...(conversation.isClosed ? [{ type: 'side.reopened' as const, ...about }] : []),
    { type: 'side.sent', ...about, messageId: message.id, attachments: message.attachments.length },
  ])
  return message
}
