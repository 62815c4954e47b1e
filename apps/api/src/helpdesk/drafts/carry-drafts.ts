import type { DraftKind } from '@timedesk/contracts/drafts'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { pass } from '../../platform/realtime/pass.ts'
import { storedColumns, type StoredDraft } from './draft-rows.ts'
import { lockDraft, moveDraft } from './move-draft.ts'

type Place = { from: string; to: string }

/**
 * Moves what everybody has begun to write on a case to another one. Where somebody has written there too, both become
 * one, as when a draft is shared. What is to go out by itself stays, and so does what would have to become one with it.
 */
export async function carryDrafts(tx: Tx, context: Context<StaffActor>, { from, to }: Place): Promise<void> {
  const drafts = await tx.rows<StoredDraft & { kind: DraftKind; isShared: boolean }>(Prisma.sql`
    SELECT ${storedColumns}, d.kind, d.is_shared AS "isShared" FROM message_draft d
     WHERE d.case_id = ${from}::uuid AND d.send_at IS NULL ORDER BY d.id FOR UPDATE`)
  for (const draft of drafts) {
    const { ownerId, kind, isShared } = draft
    const slot = { caseId: to, kind, isShared }
    if ((await lockDraft(tx, slot, ownerId))?.sendAt instanceof Date) continue
    await moveDraft(tx, draft, slot, ownerId, context.now)
  }
  if (drafts.length > 0) for (const caseId of [from, to]) pass(context, 'draft.changed', { caseId })
}
