import { Refusal } from '@timedesk/contracts/refusal'
import type { PotentialKey } from '@timedesk/contracts/potential'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { markPotential } from '../potential/marks/mark-potential.ts'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'

/**
 * Gives up what an entry would be charged at; the number stays (R41). Whoever calls this holds the customer, so that
 * nobody claims the entry meanwhile. What a prepaid pool covers is nothing to give up. Refuses with `item_taken` what a
 * document claims.
 */
export async function writeOffEntry(
  tx: Tx,
  context: Context<StaffActor>,
  { entryId, reason }: { entryId: string; reason: string },
): Promise<void> {
  const claims = await tx.rows(
    Prisma.sql`SELECT 1 FROM invoice_source s WHERE s.entry_id = ${entryId}::uuid AND s.is_live LIMIT 1`,
  )
  if (claims.length > 0)
    throw new Refusal('item_taken', { detail: 'A document claims the time: release it from there first.' })
  const items = await tx.rows<z.output<typeof PotentialKey>>(
    Prisma.sql`SELECT i.source, i.source_id AS "sourceId" FROM potential_item i WHERE i.entry_id = ${entryId}::uuid`,
  )
  if (items.length > 0) await markPotential(tx, context, { kind: 'write_off', items, reason })
}
