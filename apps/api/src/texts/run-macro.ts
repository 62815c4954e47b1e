import type { NoteItem, ReplyItem } from '@timedesk/contracts/dialogue'
import type { runMacro as contract } from '@timedesk/contracts/macros'
import { Refusal } from '@timedesk/contracts/refusal'
import type { z } from 'zod'
import { applyChanges, movesFirst, statusOf, type StatusChange } from '../automation/apply-changes.ts'
import { changeCaseStatus } from '../helpdesk/change-case-status.ts'
import { lockCase } from '../helpdesk/lock-case.ts'
import { lockWorkflows } from '../helpdesk/moves/lock-workflows.ts'
import { postReply } from '../helpdesk/post-reply.ts'
import { writeNote } from '../helpdesk/write-note.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { findOfferedMacro, type MacroRow } from './find-macros.ts'
import { macroTextOf, type MacroText } from './macro-text.ts'

type Input = { caseId: string } & z.output<typeof contract.body>
type Given = Omit<Input, 'caseId' | 'macroId'>
type Said = z.output<typeof ReplyItem> | z.output<typeof NoteItem> | null

/**
 * Says and changes on a case all that a macro is for, or nothing, by the commands that the actor has by hand; they
 * refuse what they refuse by hand. `ifMatch` is the version of the case that the actor looked at. Resolves with the
 * macro and with what was said.
 */
export async function runMacro(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, macroId, ...input }: Input,
  { publicUrl, ifMatch }: { publicUrl: string; ifMatch: number | null },
): Promise<{ macro: MacroRow; message: Said }> {
  const { actor, now } = context
  const macro = await findOfferedMacro(tx, actor, macroId)
  requireDispatch(actor, macro)
  await lockWorkflows(tx, 'shared')
  const before = await lockCase(tx, caseId)
  requireVersion(before.version, ifMatch)
  const text = await macroTextOf(tx, actor, macro, { caseId, publicUrl, now })
  const { customerId } = before
  await appendEvents(tx, context, { kind: 'case', id: caseId, caseId, customerId }, [
    { type: 'macro.ran', macro: macro.name },
  ])
  const status = statusOf(macro.changes)
  const move = status === undefined ? null : moveOf(status, input)
  const isMovedFirst = movesFirst(before)
  if (isMovedFirst && move !== null) await changeCaseStatus(tx, context, { caseId, ...move })
  await applyChanges(tx, context, caseId, macro.changes, () => undefined)
  const message = await sayAndMove(tx, context, caseId, text, input, isMovedFirst ? null : move)
  return { macro, message }
}

/** Refuses an assignment by whom may not dispatch, as the assignment by hand does. */
function requireDispatch({ permissions }: StaffActor, { changes }: MacroRow): void {
  if (changes.some(({ kind }) => kind === 'assignment') && !permissions.has('case:dispatch'))
    throw new Refusal('permission_denied', { missingPermission: 'case:dispatch' })
}

/** What comes along with the move: what the actor gives, else what the macro has. */
function moveOf({ statusId, ...own }: StatusChange, { reason, resolution, fill, override }: Given) {
  return { statusId, reason: reason ?? own.reason, resolution: resolution ?? own.resolution, fill, override }
}

/** The move goes with what is said, so that the reply itself does not move the case elsewhere. */
async function sayAndMove(
  tx: Tx,
  context: Context<StaffActor>,
  caseId: string,
  text: MacroText | null,
  { body, attachmentIds, time }: Given,
  move: ReturnType<typeof moveOf> | null,
): Promise<Said> {
  if (text === null) {
    refuseUnsaid({ body, attachmentIds, time })
    if (move !== null) await changeCaseStatus(tx, context, { caseId, ...move })
    return null
  }
  const message = { caseId, body: body ?? text.body, attachmentIds, time, ...move }
  return text.kind === 'reply' ? postReply(tx, context, message) : writeNote(tx, context, message)
}

/** A macro that says nothing takes nothing that goes with a message. */
function refuseUnsaid({ body, attachmentIds, time }: Pick<Given, 'body' | 'attachmentIds' | 'time'>): void {
  const member = body !== undefined ? 'body' : attachmentIds.length > 0 ? 'attachmentIds' : time !== undefined && 'time'
  if (member === false) return
  throw new Refusal('invalid_request', {
    fields: [{ pointer: `/body/${member}`, code: 'unusable', message: 'This macro says nothing.' }],
  })
}
