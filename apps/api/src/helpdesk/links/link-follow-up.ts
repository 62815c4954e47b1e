import { Refusal } from '@timedesk/contracts/refusal'
import { isEnded, type StatusCategory } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { refusedReference } from '../lock-case.ts'

type FollowUp = { caseId: string; number: number; subject: string; customerId: string; followsId: string }
type Earlier = { number: number; subject: string; customerId: string; category: StatusCategory }

/**
 * Links a new case to the one that it goes on from; the log of each tells of the other. Refuses with
 * `reference_refused` a case of another customer, and with `link_refused` one that has not ended: it can go on itself.
 */
export async function linkFollowUp(
  tx: Tx,
  context: Acting,
  { caseId, number, subject, customerId, followsId }: FollowUp,
): Promise<void> {
  const [earlier] = await tx.rows<Earlier>(Prisma.sql`SELECT number, subject, customer_id AS "customerId", category
    FROM support_case WHERE id = ${followsId}::uuid`)
  if (earlier?.customerId !== customerId)
    throw refusedReference('/body/followsId', 'The case does not exist or is of another customer.')
  if (!isEnded(earlier.category))
    throw new Refusal('link_refused', { detail: `Case ${String(earlier.number)} has not ended; it can go on itself.` })
  await tx.rows(Prisma.sql`INSERT INTO case_link (case_id, other_id, kind, created_at)
    VALUES (${caseId}::uuid, ${followsId}::uuid, 'follow_up', ${context.now})`)
  const about = (id: string) => ({ kind: 'case', id, caseId: id, customerId }) as const
  const linked = (other: { number: number; subject: string }, role: 'later' | 'earlier') =>
    ({ type: 'case.linked', kind: 'follow_up', role, number: other.number, subject: other.subject }) as const
  await appendEvents(tx, context, about(caseId), [linked(earlier, 'earlier')])
  await appendEvents(tx, context, about(followsId), [linked({ number, subject }, 'later')])
}
