import { Refusal } from '@timedesk/contracts/refusal'
import type { PotentialMark } from '@timedesk/contracts/potential'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { appendEvents } from '../../../platform/events/append-events.ts'
import { findMark } from './find-marks.ts'

/**
 * Takes a decision back: what was held can be invoiced again, what was written off is potential again. Refuses with
 * `not_found` also what was released before.
 */
export async function releasePotential(tx: Tx, context: Context, markId: string): Promise<PotentialMark> {
  await tx.rows(
    Prisma.sql`SELECT 1 FROM customer WHERE id = (SELECT customer_id FROM potential_mark WHERE id = ${markId}::uuid) FOR UPDATE`,
  )
  const released =
    await tx.rows(Prisma.sql`UPDATE potential_mark SET released_at = ${context.now}, released_by_name = ${context.actor.name}
    WHERE id = ${markId}::uuid AND released_at IS NULL RETURNING 1`)
  if (released.length === 0) throw new Refusal('not_found')
  const mark = await findMark(tx, markId)
  const { kind, text, customer } = mark
  await appendEvents(tx, context, { kind: 'customer', id: customer.id, customerId: customer.id }, [
    { type: 'potential.released', kind, text },
  ])
  return mark
}
