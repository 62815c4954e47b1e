import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { rateAgain } from './rate-again.ts'

type ChangedCase = { id: string; customerId: string }

/**
 * Covers and rates the time of a case anew that is something else now (R11): under another agreement by choice, or
 * in the scope of others, which only matters where an agreement is for some work. Whoever calls this holds the case.
 */
export async function rateCase(
  tx: Tx,
  context: Acting,
  { id, customerId }: ChangedCase,
  because: 'chosen' | 'scope',
): Promise<void> {
  const [found] = await tx.rows<{ hasTime: boolean; isScoped: boolean }>(Prisma.sql`SELECT
    EXISTS (SELECT 1 FROM time_entry WHERE case_id = ${id}::uuid) AS "hasTime",
    EXISTS (SELECT 1 FROM agreement WHERE customer_id = ${customerId}::uuid AND is_scoped) AS "isScoped"`)
  if (found?.hasTime === true && (because === 'chosen' || found.isScoped))
    await rateAgain(tx, context, customerId, { caseId: id })
}
