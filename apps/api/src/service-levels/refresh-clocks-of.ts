import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { isPromise } from './clock-ground.ts'
import { refreshClocks, type ClockedCase } from './refresh-clocks.ts'

/**
 * Has the clocks of cases follow a past that was written for many of them at once, where anything was promised. Their
 * rows are held from here on.
 */
export async function refreshClocksOf(tx: Tx, context: Acting, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  const promised = await tx.rows<ClockedCase>(Prisma.sql`SELECT c.id, c.customer_id AS "customerId" FROM support_case c
    WHERE c.id = ANY(${[...caseIds]}::uuid[]) AND EXISTS (SELECT 1 FROM event p WHERE p.case_id = c.id AND ${isPromise})
    ORDER BY c.id FOR NO KEY UPDATE`)
  for (const about of promised) await refreshClocks(tx, context, about)
}
