import { mergeTexts } from '@timedesk/domain/text/merge-texts'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { inSlot, storedColumns, type Slot, type StoredDraft } from './draft-rows.ts'
import { refuseScheduled } from './refuse-scheduled.ts'

/** The draft of a slot, which nobody else can change until the transaction ends; null when there is none. */
export async function lockDraft(tx: Tx, slot: Slot, employeeId: string): Promise<StoredDraft | null> {
  const [draft] = await tx.rows<StoredDraft>(
    Prisma.sql`SELECT ${storedColumns} FROM message_draft d WHERE ${inSlot(slot, employeeId)} FOR UPDATE`,
  )
  return draft ?? null
}

/**
 * Gives a draft to another slot. Where one is there already, both become one, and no word of either is lost. Refuses
 * with `draft_scheduled` where one of them is to go out by itself.
 */
export async function moveDraft(tx: Tx, draft: StoredDraft, to: Slot, employeeId: string, now: Date): Promise<void> {
  refuseScheduled(draft)
  const present = await lockDraft(tx, to, employeeId)
  refuseScheduled(present)
  if (present === null) {
    // Who has read one case has not read another: of that, nothing counts as seen.
    await tx.rows(Prisma.sql`UPDATE message_draft SET case_id = ${to.caseId}::uuid, is_shared = ${to.isShared}, updated_at = ${now}, version = version + 1,
        seen_message_id = CASE WHEN case_id = ${to.caseId}::uuid THEN seen_message_id ELSE ${to.caseId}::uuid END
      WHERE id = ${draft.id}::uuid`)
    return
  }
  const { text } = mergeTexts('', present.body, draft.body)
  const isTimed = present.time.minutes !== null || present.time.startedAt !== ''
  const time = isTimed ? present.time : draft.time
  const union = (one: string[], other: string[]) => [...new Set([...one, ...other])]
  await tx.rows(Prisma.sql`UPDATE message_draft SET body = ${text}, time = ${JSON.stringify(time)}::jsonb,
      attachment_ids = ${union(present.attachmentIds, draft.attachmentIds)}::uuid[],
      picture_ids = ${union(present.pictureIds, draft.pictureIds)}::uuid[], updated_at = ${now}, version = version + 1
    WHERE id = ${present.id}::uuid`)
  await tx.rows(Prisma.sql`DELETE FROM message_draft WHERE id = ${draft.id}::uuid`)
}
