import type { DraftKind } from '@timedesk/contracts/drafts'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Actor, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { pass } from '../../platform/realtime/pass.ts'
import { staleDraft } from './keep-draft.ts'
import { refuseScheduled } from './refuse-scheduled.ts'

type Found = {
  version: number
  isShared: boolean
  fileIds: string[]
  sendAt: Date | null
  scheduledById: string | null
}
type Sent = { caseId: string; kind: DraftKind; draft: { id: string; version: number } | undefined }

/**
 * Removes the draft that becomes a message, in the message's own transaction, and gives the files that a shared one
 * lends to whoever sends it. Refuses with `draft_gone` what was sent or discarded elsewhere, and with `stale_version`
 * what somebody went on with, so that none of it is left out. What is to go out by itself is sent by who scheduled it
 * alone; others are refused with `draft_scheduled`.
 */
export async function spendDraft(tx: Tx, context: Context, { caseId, kind, draft }: Sent): Promise<string[]> {
  if (draft === undefined) return []
  const employeeId = writerOf(context.actor)
  const [found] = await tx.rows<Found>(Prisma.sql`SELECT d.version, d.is_shared AS "isShared",
      d.attachment_ids || d.picture_ids AS "fileIds", d.send_at AS "sendAt", d.scheduled_by_id AS "scheduledById" FROM message_draft d
     WHERE d.id = ${draft.id}::uuid AND d.case_id = ${caseId}::uuid AND d.kind = ${kind}
       AND (d.is_shared OR d.employee_id = ${employeeId}::uuid) FOR UPDATE`)
  if (found === undefined) throw new Refusal('draft_gone')
  if (found.scheduledById !== employeeId) refuseScheduled(found)
  if (found.version !== draft.version) throw staleDraft()
  await tx.rows(Prisma.sql`DELETE FROM message_draft WHERE id = ${draft.id}::uuid`)
  // Everybody knows of what was scheduled.
  const isKnown = found.isShared || found.sendAt !== null
  pass(context, 'draft.changed', { caseId, ...(!isKnown && employeeId !== null && { employeeId }) })
  return found.isShared ? found.fileIds : []
}

/** Drafts belong to employees, and to a token through its owner. */
function writerOf({ kind, id }: Actor): string | null {
  return kind === 'employee' || kind === 'token' ? id : null
}
