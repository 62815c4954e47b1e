import type { NoteItem, writeNote as contract } from '@timedesk/contracts/dialogue'
import { decideStatusChange } from '@timedesk/domain/helpdesk/decide-status-change'
import { withTimeAlong } from '@timedesk/domain/workflow/move-terms'
import type { z } from 'zod'
import type { CaseWorker, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendCaseEvents } from '../service-levels/append-case-events.ts'
import { findMentioned } from './attention/find-mentioned.ts'
import { followBySystem } from './attention/follow-case.ts'
import { claimAttachments } from './claim-attachments.ts'
import { spendDraft } from './drafts/spend-draft.ts'
import { statusNamed } from './lock-case.ts'
import { lockCaseToMove, moverOf } from './moves/lock-case-to-move.ts'
import { said } from './moves/move-case.ts'
import { prepareMove } from './moves/prepare-move.ts'
import { refuseNewerMessages } from './refuse-newer-messages.ts'
import { registerMessageTime } from './register-message-time.ts'
import { noteInsertion, ownMarkOf } from './store-message.ts'
import { progressUpdate } from './store-progress.ts'

type Input = { caseId: string } & z.output<typeof contract.body>

/**
 * Writes what only staff reads. May move the case and register time in the same go: all of it happens, or nothing.
 * A note by itself leaves the case's row as it is, so that a contact cannot even tell that there is one. Who is called
 * by name in it follows the case.
 * Refuses with `newer_messages`, what a move refuses, and what drafts, files and time refuse.
 */
export async function writeNote(
  tx: Tx,
  context: Context<CaseWorker>,
  { caseId, body, attachmentIds, statusId, time, seenMessageId, draft, ...terms }: Input,
): Promise<z.output<typeof NoteItem>> {
  const { actor, now } = context
  await prepareMove(tx, context, caseId, terms)
  const before = await lockCaseToMove(tx, context, caseId)
  const { workflow } = before
  const facts = time === undefined ? before.facts : withTimeAlong(before.facts)
  const to = statusId === undefined ? before.status : statusNamed(before.statuses, statusId)
  const intent = { to, by: moverOf(actor, before), workflow, facts, now }
  const words = said({ reason: terms.reason, override: terms.override?.reason })
  const { changes, events } = decideStatusChange(before, { ...intent, ...words })
  await refuseNewerMessages(tx, context, caseId, seenMessageId)
  const lentIds = await spendDraft(tx, context, { caseId, kind: 'note', draft })

  const { customerId } = before
  const id = context.newId()
  const moved = events.length > 0 ? [progressUpdate(caseId, { ...changes, lastActivityAt: now })] : []
  const statements = [...moved, ...ownMarkOf(context, caseId), noteInsertion(context, { id, caseId, customerId, body })]
  await Promise.all(statements.map((statement) => tx.rows(statement)))
  const claimant = { caseId, customerId, kind: 'note', messageId: id } as const
  const attachments = await claimAttachments(tx, context, attachmentIds, claimant, lentIds)
  const mentioned = await findMentioned(tx, body)
  await appendCaseEvents(tx, context, before, [
    { type: 'note.written', noteId: id, attachments: attachments.length, ...mentioned },
    ...events,
  ])
  await followBySystem(tx, context, { caseId, customerId, employeeIds: mentioned.mentionedIds ?? [], cause: 'mention' })
  if (time !== undefined) await registerMessageTime(tx, context, time, { caseId, noteId: id })
  return { kind: 'note', id, at: now.toISOString(), author: authorOf(actor), body, attachments }
}

/** A token writes as its owner. */
function authorOf({ kind, id, name }: CaseWorker) {
  return { kind: kind === 'token' ? ('employee' as const) : kind, id, name }
}
