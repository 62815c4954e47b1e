import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import type { HeldAgreement } from '../hold-agreement.ts'
import { giveWarnings } from '../warnings/give-warnings.ts'

/** Ends an agreement whose last day is over. It goes on covering work of the days before, so nothing is rated anew. */
export async function endTerm(
  tx: Tx,
  context: Context,
  { id, customerId, today, terms }: HeldAgreement,
  publicUrl: string,
): Promise<void> {
  const lastDay = terms.validTo ?? today
  await tx.rows(Prisma.sql`UPDATE agreement SET state = 'ended', version = version + 1 WHERE id = ${id}::uuid`)
  await appendEvents(tx, context, { kind: 'agreement', id, customerId }, [
    { type: 'agreement.ended', name: terms.heading, lastDay },
  ])
  const warning = { key: `ended:${id}:${lastDay}`, poolId: null, news: { kind: 'ended' as const, lastDay } }
  await giveWarnings(tx, context, { id, customerId }, [warning], publicUrl)
}
