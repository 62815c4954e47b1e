import type { NoteItem, writeNote as contract } from '@timedesk/contracts/dialogue'
import { decideStatusChange } from '@timedesk/domain/helpdesk/decide-status-change'
import type { z } from 'zod'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { claimAttachments } from './claim-attachments.ts'
import { lockCase, statusNamed } from './lock-case.ts'
import { registerMessageTime } from './register-message-time.ts'
import { noteInsertion, readMarkUpsert, runTogether } from './store-message.ts'
import { progressUpdate } from './store-progress.ts'

type Input = { caseId: string } & z.output<typeof contract.body>

/**
 * Writes what only staff reads. May move the case and register time in the same go: all of it happens, or nothing.
 * A note by itself leaves the case's row as it is, so that a contact cannot even tell that there is one.
 * Refuses with `status_move_refused` (R82), and what files and time refuse.
 */
export async function writeNote(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, body, attachmentIds, statusId, time }: Input,
): Promise<z.output<typeof NoteItem>> {
  const { actor, now } = context
  const before = await lockCase(tx, caseId)
  const to = statusId === undefined ? before.status : statusNamed(before.statuses, statusId)
  const { changes, events } = decideStatusChange(before, { to, by: 'staff', now })

  const { customerId } = before
  const id = context.newId()
  const moved = events.length > 0 ? [progressUpdate(caseId, { ...changes, lastActivityAt: now })] : []
  const inserted = noteInsertion(context, { id, caseId, customerId, body })
  await runTogether(tx, [inserted, ...moved], readMarkUpsert(context, caseId))
  const claimant = { caseId, customerId, kind: 'note', messageId: id } as const
  const attachments = await claimAttachments(tx, context, attachmentIds, claimant)
  await appendEvents(tx, context, { kind: 'case', id: caseId, caseId, customerId }, [
    { type: 'note.written', noteId: id, attachments: attachments.length },
    ...events,
  ])
  if (time !== undefined) await registerMessageTime(tx, context, time, { caseId, noteId: id })
  const author = { kind: 'employee' as const, id: actor.id, name: actor.name }
  return { kind: 'note', id, at: now.toISOString(), author, body, attachments }
}
