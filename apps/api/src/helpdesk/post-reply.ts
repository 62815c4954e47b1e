import type { ReplyItem, postReply as contract } from '@timedesk/contracts/dialogue'
import { Refusal } from '@timedesk/contracts/refusal'
import { decideReply } from '@timedesk/domain/helpdesk/decide-reply'
import { isEnded } from '@timedesk/domain/helpdesk/status'
import { plainText } from '@timedesk/domain/text/plain-text'
import type { z } from 'zod'
import type { ContactActor, Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { claimAttachments } from './claim-attachments.ts'
import { firstStatusOf, lockCase, statusNamed, type LockedCase } from './lock-case.ts'
import { registerMessageTime } from './register-message-time.ts'
import { readMarkUpsert, replyInsertion, runTogether } from './store-message.ts'
import { progressUpdate } from './store-progress.ts'

type Input = { caseId: string } & z.output<typeof contract.body>

/**
 * Says something that both parties read. Staff may move the case and register time in the same go: all of it
 * happens, or nothing. Refuses with `case_closed`, `status_move_refused` (R82), and what files and time refuse.
 */
export async function postReply(
  tx: Tx,
  context: Context<StaffActor | ContactActor>,
  { caseId, body, attachmentIds, statusId, time }: Input,
): Promise<z.output<typeof ReplyItem>> {
  const { actor, now } = context
  const before = await lockCase(tx, caseId)
  refuseEnded(before)
  const by = actor.kind === 'contact' ? 'contact' : 'staff'
  const statusAfter = statusId === undefined ? null : statusNamed(before.statuses, statusId)
  const open = firstStatusOf(before.statuses, 'open')
  const { changes, isFirst, events } = decideReply(before, { by, statusAfter, open, now })

  const { customerId } = before
  const id = context.newId()
  const claimant = { caseId, customerId, kind: 'reply', messageId: id } as const
  const [, attachments] = await Promise.all([
    runTogether(
      tx,
      [replyInsertion(context, { id, caseId, customerId, body }, 'reply'), readMarkUpsert(context, caseId)],
      progressUpdate(caseId, { ...changes, lastReplySnippet: plainText(body) }),
    ),
    claimAttachments(tx, context, attachmentIds, claimant),
    appendEvents(tx, context, { kind: 'case', id: caseId, caseId, customerId }, [
      { type: 'reply.posted', replyId: id, isFirst, attachments: new Set(attachmentIds).size },
      ...events,
    ]),
  ])
  if (time !== undefined) await registerMessageTime(tx, context, time, { caseId, replyId: id })
  const author = { kind: actor.kind, id: actor.id, name: actor.name }
  return { kind: 'reply', id, at: now.toISOString(), author, body, attachments, isDescription: false }
}

function refuseEnded({ status }: LockedCase): void {
  if (isEnded(status.category))
    throw new Refusal('case_closed', { detail: `The case is ${status.category}; nothing can be said on it.` })
}
