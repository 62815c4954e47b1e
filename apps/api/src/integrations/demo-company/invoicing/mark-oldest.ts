import type { DemoOnDocument } from '@timedesk/prisma/seed/invoicing-shape'
import { Prisma } from '@timedesk/prisma/client'
import { markPotential } from '../../../invoicing/potential/marks/mark-potential.ts'
import type { Context, StaffActor } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'

type Deed = { customerId: string } & Extract<DemoOnDocument, { kind: 'mark' }>

/** Holds the oldest time of the customer that is ready, or writes it off. */
export async function markOldest(
  tx: Tx,
  context: Context<StaffActor>,
  { customerId, mark, reason }: Deed,
): Promise<void> {
  const [oldest] = await tx.rows<{ sourceId: string }>(Prisma.sql`SELECT source_id AS "sourceId" FROM potential_time
    WHERE customer_id = ${customerId}::uuid AND held_because IS NULL AND amount > 0 ORDER BY day, source_id LIMIT 1`)
  if (oldest === undefined) return
  await markPotential(tx, context, { kind: mark, items: [{ source: 'time', sourceId: oldest.sourceId }], reason })
}
