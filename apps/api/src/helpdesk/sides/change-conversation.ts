import type { updateSideConversation as contract } from '@timedesk/contracts/side-conversations'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { appendCaseEvents } from '../../service-levels/append-case-events.ts'
import { lockCase } from '../lock-case.ts'
import { holdConversation, livingCaseOf } from './hold-conversation.ts'
import { storeParticipants } from './store-participants.ts'

type Input = { conversationId: string } & z.output<typeof contract.body>

/** Closes or opens a side conversation, and says whom it is with. Refuses with `not_found` and `stale_version`. */
export async function changeConversation(
  tx: Tx,
  context: Context<StaffActor>,
  { conversationId, isClosed, participants }: Input,
  ifMatch: number | null,
): Promise<void> {
  const living = await lockCase(tx, await livingCaseOf(tx, conversationId))
  const before = await holdConversation(tx, conversationId)
  requireVersion(before.version, ifMatch)
  const { customerId } = before
  if (participants !== undefined)
    await storeParticipants(tx, { conversationId, customerId }, participants, '/body/participants')
  const isMoved = isClosed !== undefined && isClosed !== before.isClosed
  const closing = isMoved ? Prisma.sql`, closed_at = ${isClosed ? context.now : null}::timestamptz` : Prisma.empty
  await tx.rows(
    Prisma.sql`UPDATE side_conversation SET version = version + 1 ${closing} WHERE id = ${conversationId}::uuid`,
  )
  const about = { conversationId, subject: before.subject }
  if (isMoved)
    await appendCaseEvents(tx, context, living, [{ type: isClosed ? 'side.closed' : 'side.reopened', ...about }])
}
