import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { inSlot, type Slot } from './draft-rows.ts'
import { staleDraft, tellOfDraft } from './keep-draft.ts'
import { refuseScheduled } from './refuse-scheduled.ts'

/**
 * Discards a draft; one that is gone is no matter. Refuses with `stale_version` what moved on since it was read, and
 * with `draft_scheduled` what is to go out by itself.
 */
export async function discardDraft(
  tx: Tx,
  context: Context<StaffActor>,
  slot: Slot,
  meant: number | null,
): Promise<void> {
  const mine = inSlot(slot, context.actor.id)
  const [found] = await tx.rows<{ version: number; sendAt: Date | null }>(
    Prisma.sql`SELECT d.version, d.send_at AS "sendAt" FROM message_draft d WHERE ${mine} FOR UPDATE`,
  )
  if (found === undefined) return
  refuseScheduled(found)
  if (meant !== null && meant !== found.version) throw staleDraft()
  await tx.rows(Prisma.sql`DELETE FROM message_draft d WHERE ${mine}`)
  tellOfDraft(context, slot)
}
