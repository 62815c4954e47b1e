import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { findDependents } from './find-dependents.ts'
import { rateDependents, rateScope, tellRated } from './rate-again.ts'
import { returnDraws } from './return-draws.ts'

/** An entry as it was rated before its row was changed. */
type Moved = {
  id: string
  customerId: string | null
  caseId: string | null
  agreementId: string | null
  workDate: string
  isBillable: boolean
}

/**
 * Covers and rates an entry anew whose row was changed, along with what was rounded together with it, and with what a
 * unit covered that it gives back. Tells of the others; of the entry itself its change tells. Whoever calls this holds
 * both customers alone.
 */
export async function rateMoved(tx: Tx, context: Acting, before: Moved, customerIdAfter: string | null): Promise<void> {
  const { id, customerId } = before
  const group = before.isBillable ? before : null
  if (customerIdAfter !== customerId) {
    const { units } = await returnDraws(tx, context, before)
    await tx.rows(Prisma.sql`DELETE FROM cover_piece WHERE entry_id = ${id}::uuid`)
    await rateScope(tx, context, customerIdAfter, { entryIds: [id] })
    await rateDependents(tx, context, customerId, [{ group, units }])
    return
  }
  const mates = await findDependents(tx, [{ group, units: [] }], [id])
  const rated = await rateScope(tx, context, customerId, { entryIds: [id, ...mates] })
  await tellRated(
    tx,
    context,
    rated.filter(({ stored }) => stored.id !== id),
  )
}
