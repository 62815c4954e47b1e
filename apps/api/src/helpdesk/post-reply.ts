import type { ReplyItem, postReply as contract } from '@timedesk/contracts/dialogue'
import { decideReply } from '@timedesk/domain/helpdesk/decide-reply'
import { plainText } from '@timedesk/domain/text/plain-text'
import { withTimeAlong } from '@timedesk/domain/workflow/move-terms'
import type { z } from 'zod'
import type { CaseWorker, ContactActor, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendCaseEvents } from '../service-levels/append-case-events.ts'
import { claimAttachments } from './claim-attachments.ts'
import { spendDraft } from './drafts/spend-draft.ts'
import { statusNamed } from './lock-case.ts'
import { whereItGoesOn } from './merges/where-it-goes-on.ts'
import { lockCaseToMove, moverOf, type MovableCase } from './moves/lock-case-to-move.ts'
import { said } from './moves/move-case.ts'
import { prepareMove, type MoveTerms } from './moves/prepare-move.ts'
import { refuseNewerMessages } from './refuse-newer-messages.ts'
import { registerMessageTime } from './register-message-time.ts'
import { ownMarkOf, replyInsertion, runTogether } from './store-message.ts'
import { progressUpdate } from './store-progress.ts'

type Input = { caseId: string } & z.output<typeof contract.body>
type Worker = Context<CaseWorker>

/**
 * Says something that both parties read. Staff may move the case and register time in the same go: all of it
 * happens, or nothing. Refuses with `case_closed`, `reopen_expired` (R78), `newer_messages`, what a move refuses, and
 * what drafts, files and time refuse.
 */
export async function postReply(
  tx: Tx,
  context: Context<CaseWorker | ContactActor>,
  { caseId: askedId, body, attachmentIds, statusId, time, seenMessageId, draft, ...terms }: Input,
): Promise<z.output<typeof ReplyItem>> {
  const { actor, now } = context
  const caseId = isByWorker(context) ? askedId : await whereItGoesOn(tx, askedId)
  if (isByWorker(context)) await prepareMove(tx, context, caseId, terms)
  const before = await lockCaseToMove(tx, context, caseId)
  const facts = time === undefined ? before.facts : withTimeAlong(before.facts)
  const intent = intentOf(context, { ...before, facts }, statusId, terms)
  const { changes, isFirst, events } = decideReply(before, intent)
  await refuseNewerMessages(tx, context, caseId, seenMessageId)
  const lentIds = await spendDraft(tx, context, { caseId, kind: 'reply', draft })

  const { customerId } = before
  const id = context.newId()
  const claimant = { caseId, customerId, kind: 'reply', messageId: id } as const
  const [, attachments] = await Promise.all([
    runTogether(
      tx,
      [replyInsertion(context, { id, caseId, customerId, body }, 'reply'), ...ownMarkOf(context, caseId)],
      progressUpdate(caseId, { ...changes, lastReplySnippet: plainText(body) }),
    ),
    claimAttachments(tx, context, attachmentIds, claimant, lentIds),
    appendCaseEvents(tx, context, before, [
      { type: 'reply.posted', replyId: id, isFirst, attachments: new Set(attachmentIds).size },
      ...events,
    ]),
  ])
  if (time !== undefined) await registerMessageTime(tx, context, time, { caseId, replyId: id })
  const author = { kind: actor.kind, id: actor.id, name: actor.name }
  return { kind: 'reply', id, at: now.toISOString(), author, body, attachments, isDescription: false }
}

function isByWorker(context: Context<CaseWorker | ContactActor>): context is Worker {
  return context.actor.kind !== 'contact'
}

function intentOf(
  { actor, now }: Context<CaseWorker | ContactActor>,
  before: MovableCase,
  statusId: string | undefined,
  { reason, override }: MoveTerms,
) {
  const { workflow, facts, statuses } = before
  const statusAfter = statusId === undefined ? null : statusNamed(statuses, statusId)
  return {
    by: moverOf(actor, before),
    statusAfter,
    workflow,
    facts,
    now,
    ...said({ reason, override: override?.reason }),
  }
}
