import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../platform/context.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import { appendCaseEvents } from './append-case-events.ts'
import { appliedEvent, chooseForCase, saysTheSame, type PolicyApplied } from './choose-for-case.ts'
import { findPolicyAgreements, findPolicyGrounds } from './policy-ground.ts'
import { findPolicyTerms } from './policy-rows.ts'
import type { ClockedCase } from './refresh-clocks.ts'

/**
 * Gives a case the service policy that counts for it as it is now, and has its clocks follow: targets change, what was
 * used up and the pauses stay (R77). `keepsDue` leaves the clocks that are under way what they were promised. When the
 * log tells the same already, nothing happens. The transaction has to hold the case's row.
 */
export async function applyPolicy(
  tx: Tx,
  context: Acting,
  { id }: Pick<ClockedCase, 'id'>,
  cause: PolicyApplied['cause'],
  keepsDue = false,
): Promise<void> {
  const [policies, agreements, [ground], last] = await Promise.all([
    findPolicyTerms(tx),
    findPolicyAgreements(tx, context.now),
    findPolicyGrounds(tx, Prisma.sql`c.id = ${id}::uuid`),
    findLastApplied(tx, id),
  ])
  if (ground === undefined) throw new Error('The case that gets a policy exists')
  const next = appliedEvent(ground, chooseForCase(ground, policies, agreements), cause, keepsDue)
  if (saysTheSame(last, next)) return
  await appendCaseEvents(tx, context, { id, customerId: ground.customerId }, [next])
}

/** What was promised last, as the log tells it. */
export async function findLastApplied(reader: Reader, caseId: string): Promise<PolicyApplied | undefined> {
  const [row] = await reader.rows<{
    payload: PolicyApplied
  }>(Prisma.sql`SELECT payload || jsonb_build_object('type', type) AS payload
    FROM event WHERE case_id = ${caseId}::uuid AND type = 'case.policy_applied' ORDER BY at DESC, sequence DESC LIMIT 1`)
  return row?.payload
}
