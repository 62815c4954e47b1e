import type { NoteItem, writeNote as contract } from '@timedesk/contracts/dialogue'
import { decideStatusChange } from '@timedesk/domain/helpdesk/decide-status-change'
import { withTimeAlong } from '@timedesk/domain/workflow/move-terms'
import type { z } from 'zod'
import type { CaseWorker, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendCaseEvents } from '../service-levels/append-case-events.ts'
import { claimAttachments } from './claim-attachments.ts'
import { statusNamed } from './lock-case.ts'
import { lockCaseToMove, moverOf } from './moves/lock-case-to-move.ts'
import { said } from './moves/move-case.ts'
import { prepareMove } from './moves/prepare-move.ts'
import { registerMessageTime } from './register-message-time.ts'
import { noteInsertion, ownMarkOf } from './store-message.ts'
import { progressUpdate } from './store-progress.ts'

type Input = { caseId: string } & z.output<typeof contract.body>

/**
 * Writes what only staff reads. May move the case and register time in the same go: all of it happens, or nothing.
 * A note by itself leaves the case's row as it is, so that a contact cannot even tell that there is one.
 * Refuses what a move refuses, and what files and time refuse.
 */
export async function writeNote(
  tx: Tx,
  context: Context<CaseWorker>,
  { caseId, body, attachmentIds, statusId, time, ...terms }: Input,
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

  const { customerId } = before
  const id = context.newId()
  const moved = events.length > 0 ? [progressUpdate(caseId, { ...changes, lastActivityAt: now })] : []
  const statements = [...moved, ...ownMarkOf(context, caseId), noteInsertion(context, { id, caseId, customerId, body })]
  await Promise.all(statements.map((statement) => tx.rows(statement)))
  const claimant = { caseId, customerId, kind: 'note', messageId: id } as const
  const attachments = await claimAttachments(tx, context, attachmentIds, claimant)
  await appendCaseEvents(tx, context, before, [
    { type: 'note.written', noteId: id, attachments: attachments.length },
    ...events,
  ])
  if (time !== undefined) await registerMessageTime(tx, context, time, { caseId, noteId: id })
  return { kind: 'note', id, at: now.toISOString(), author: authorOf(actor), body, attachments }
}

/** A token writes as its owner. */
function authorOf({ kind, id, name }: CaseWorker) {
  return { kind: kind === 'token' ? ('employee' as const) : kind, id, name }
}
