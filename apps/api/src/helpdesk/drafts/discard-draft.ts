import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { inSlot, type Slot } from './draft-rows.ts'
import { staleDraft, tellOfDraft } from './keep-draft.ts'

/** Discards a draft; one that is gone is no matter. Refuses with `stale_version` what moved on since it was read. */
export async function discardDraft(
  tx: Tx,
  context: Context<StaffActor>,
  slot: Slot,
  meant: number | null,
): Promise<void> {
  const mine = inSlot(slot, context.actor.id)
  const [found] = await tx.rows<{ version: number }>(
    Prisma.sql`SELECT d.version FROM message_draft d WHERE ${mine} FOR UPDATE`,
  )
  if (found === undefined) return
  if (meant !== null && meant !== found.version) throw staleDraft()
  await tx.rows(Prisma.sql`DELETE FROM message_draft d WHERE ${mine}`)
  tellOfDraft(context, slot)
}
