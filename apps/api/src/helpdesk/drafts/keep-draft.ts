import type { keepDraft as contract } from '@timedesk/contracts/drafts'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { pass } from '../../platform/realtime/pass.ts'
import { requireCase } from '../case-keyed.ts'
import { inSlot, type Slot } from './draft-rows.ts'
import { refuseScheduled } from './refuse-scheduled.ts'

type Content = z.output<typeof contract.body>

/**
 * Keeps what somebody has written so far. Refuses with `not_found`, and with `stale_version` a draft that moved on since
 * it was read: whoever comes second merges; with `draft_scheduled` one that is to go out by itself. Files that cannot be
 * sent any more are left out, since the words matter more.
 */
export async function keepDraft(
  tx: Tx,
  context: Context<StaffActor>,
  slot: Slot,
  content: Content,
  meant: number | null,
): Promise<void> {
  await requireCase(tx, slot.caseId)
  const { actor } = context
  const [before] = await tx.rows<{ version: number; fileIds: string[]; sendAt: Date | null }>(Prisma.sql`
    SELECT d.version, d.attachment_ids || d.picture_ids AS "fileIds", d.send_at AS "sendAt" FROM message_draft d WHERE ${inSlot(slot, actor.id)} FOR UPDATE`)
  refuseScheduled(before)
  if (meant !== null && meant !== (before?.version ?? 0)) throw staleDraft()
  const usable = await findUsableFiles(tx, actor, content, before?.fileIds ?? [])
  const kept = {
    ...content,
    attachmentIds: content.attachmentIds.filter((id) => usable.has(id)),
    pictureIds: content.pictureIds.filter((id) => usable.has(id)),
  }
  const stored = await tx.rows(
    before === undefined ? draftInsertion(context, slot, kept) : draftUpdate(context, slot, kept),
  )
  // Somebody else began the very draft between the look and the writing.
  if (stored.length === 0) throw staleDraft()
  tellOfDraft(context, slot, content.device.id)
}

/** Tells who may see the draft that it moved: its writer's other devices, or all of staff. */
export function tellOfDraft(context: Context<StaffActor>, { caseId, isShared }: Slot, deviceId?: string): void {
  pass(context, 'draft.changed', {
    caseId,
    ...(!isShared && { employeeId: context.actor.id }),
    ...(deviceId !== undefined && { aboutId: deviceId }),
  })
}

/** The draft is not as it was when it was read. */
export function staleDraft(): Refusal {
  return new Refusal('stale_version', { detail: 'Read the draft again and merge what you wrote.' })
}

async function findUsableFiles(
  tx: Tx,
  actor: StaffActor,
  { attachmentIds, pictureIds }: Content,
  presentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids = [...attachmentIds, ...pictureIds]
  if (ids.length === 0) return new Set()
  const rows = await tx.rows<{ id: string }>(Prisma.sql`SELECT id FROM attachment
    WHERE id = ANY(${ids}::uuid[]) AND claimed_at IS NULL
      AND ((uploader_kind = 'employee' AND uploader_id = ${actor.id}::uuid) OR id = ANY(${[...presentIds]}::uuid[]))`)
  return new Set(rows.map(({ id }) => id))
}

function draftInsertion({ actor, now, newId }: Context<StaffActor>, slot: Slot, content: Content): Prisma.Sql {
  const { body, attachmentIds, pictureIds, time, seenMessageId, device } = content
  return Prisma.sql`INSERT INTO message_draft (id, case_id, kind, employee_id, is_shared, body, attachment_ids, picture_ids, time, seen_message_id,
      updated_at, updated_by_id, device_id, device_kind)
    VALUES (${newId()}::uuid, ${slot.caseId}::uuid, ${slot.kind}, ${actor.id}::uuid, ${slot.isShared}, ${body}, ${attachmentIds}::uuid[], ${pictureIds}::uuid[],
      ${JSON.stringify(time)}::jsonb, ${seenMessageId}::uuid, ${now}, ${actor.id}::uuid, ${device.id}::uuid, ${device.kind})
    ON CONFLICT DO NOTHING RETURNING id`
}

function draftUpdate({ actor, now }: Context<StaffActor>, slot: Slot, content: Content): Prisma.Sql {
  const { body, attachmentIds, pictureIds, time, seenMessageId, device } = content
  return Prisma.sql`UPDATE message_draft d SET body = ${body}, attachment_ids = ${attachmentIds}::uuid[], picture_ids = ${pictureIds}::uuid[],
      time = ${JSON.stringify(time)}::jsonb, seen_message_id = ${seenMessageId}::uuid, updated_at = ${now}, updated_by_id = ${actor.id}::uuid,
      device_id = ${device.id}::uuid, device_kind = ${device.kind}, send_problem = NULL, version = version + 1
    WHERE ${inSlot(slot, actor.id)} RETURNING id`
}
