import { randomBytes } from 'node:crypto'
import type { startSideConversation as contract } from '@timedesk/contracts/side-conversations'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendCaseEvents } from '../../service-levels/append-case-events.ts'
import { moveAlong } from './move-along.ts'
import type { SideMailbox } from './side-mailbox.ts'
import { storeParticipants } from './store-participants.ts'
import { writeSideMessage } from './write-side-message.ts'

type Input = { caseId: string } & z.output<typeof contract.body>

const TOKEN_BYTES = 16

/**
 * Begins a talk by mail with a third party about a case. The case's row stays as it is unless it is moved, so that the
 * customer cannot even tell that there is one. Resolves with its id. Refuses with `case_merged`, and what a move and
 * files refuse.
 */
export async function startConversation(
  tx: Tx,
  context: Context<StaffActor>,
  mailbox: SideMailbox,
  { caseId, to, subject, body, attachmentIds, forwardedIds, ...move }: Input,
): Promise<string> {
  const { actor, now } = context
  const before = await moveAlong(tx, context, caseId, move)
  const { customerId } = before
  const id = context.newId()
  const token = randomBytes(TOKEN_BYTES).toString('hex')
  await tx.rows(Prisma.sql`INSERT INTO side_conversation (id, case_id, subject, token, started_by_id, started_at, last_message_at)
    VALUES (${id}::uuid, ${caseId}::uuid, ${subject}, ${token}, ${actor.id}::uuid, ${now}, ${now})`)
  await storeParticipants(tx, { conversationId: id, customerId }, to, '/body/to')
  const conversation = { id, caseId, livingCaseId: caseId, customerId, subject, token, isClosed: false, version: 1 }
  const words = { body, attachmentIds, forwardedIds }
  const held = { ...conversation, participants: to }
  const { id: messageId, attachments } = await writeSideMessage(tx, context, mailbox, held, words)
  const about = { conversationId: id, subject }
  await appendCaseEvents(tx, context, before, [
    { type: 'side.started', ...about, to: to.map(({ address }) => address) },
    { type: 'side.sent', ...about, messageId, attachments: attachments.length },
  ])
  return id
}
