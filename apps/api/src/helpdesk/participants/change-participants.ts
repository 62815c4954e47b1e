import { PARTICIPANTS_MAX } from '@timedesk/contracts/limits'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { lockCase, refusedReference } from '../lock-case.ts'

type Input = { caseId: string; contactId: string }
type Found = { name: string; isOwn: boolean; isUsable: boolean; isThere: boolean; others: number }

/**
 * Lets a contact of a case's customer see and answer it; the log tells of it. Whoever sees it by taking part, or because
 * it is theirs, is none. Refuses with `not_found`, `case_merged`, and with `reference_refused` a contact who is not
 * active or of another customer, and one more than there may be.
 */
export async function addParticipant(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, contactId }: Input,
): Promise<void> {
  const { customerId } = await lockCase(tx, caseId)
  const [found] = await tx.rows<Found>(Prisma.sql`SELECT k.name, k.id IS NOT DISTINCT FROM c.contact_id AS "isOwn",
      k.is_active AND k.customer_id = c.customer_id AS "isUsable",
      EXISTS (SELECT 1 FROM case_participant p WHERE p.case_id = c.id AND p.contact_id = k.id) AS "isThere",
      (SELECT count(*)::int FROM case_participant p WHERE p.case_id = c.id) AS others
    FROM support_case c JOIN contact k ON k.id = ${contactId}::uuid WHERE c.id = ${caseId}::uuid`)
  if (found?.isUsable !== true)
    throw refusedReference(
      '/params/contactId',
      'The contact does not exist, is not active or belongs to another customer.',
    )
  // By hand it stays when a merge is undone that it came with.
  if (found.isThere) await keep(tx, caseId, contactId)
  if (found.isOwn || found.isThere) return
  if (found.others >= PARTICIPANTS_MAX)
    throw refusedReference('/params/contactId', `There may be ${String(PARTICIPANTS_MAX)} of them at most.`)
  await tx.rows(Prisma.sql`INSERT INTO case_participant (case_id, customer_id, contact_id, added_at, added_by_name)
    VALUES (${caseId}::uuid, ${customerId}::uuid, ${contactId}::uuid, ${context.now}, ${context.actor.name})`)
  await tell(tx, context, 'case.participant_added', { caseId, customerId, contactId, name: found.name })
}

/**
 * Takes a contact off a case; what they wrote stays. The log tells of it. Who was not on it is no refusal. Refuses with
 * `not_found` and `case_merged`.
 */
export async function removeParticipant(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, contactId }: Input,
): Promise<void> {
  const { customerId } = await lockCase(tx, caseId)
  const [gone] = await tx.rows<{ name: string }>(Prisma.sql`DELETE FROM case_participant p USING contact k
    WHERE p.case_id = ${caseId}::uuid AND p.contact_id = ${contactId}::uuid AND k.id = p.contact_id RETURNING k.name`)
  if (gone === undefined) return
  await tell(tx, context, 'case.participant_removed', { caseId, customerId, contactId, name: gone.name })
}

async function keep(tx: Tx, caseId: string, contactId: string): Promise<void> {
  await tx.rows(Prisma.sql`UPDATE case_participant SET merge_id = NULL
    WHERE case_id = ${caseId}::uuid AND contact_id = ${contactId}::uuid AND merge_id IS NOT NULL`)
}

type Told = { caseId: string; customerId: string; contactId: string; name: string }

async function tell(
  tx: Tx,
  context: Context<StaffActor>,
  type: 'case.participant_added' | 'case.participant_removed',
  { caseId, customerId, contactId, name }: Told,
): Promise<void> {
  await appendEvents(tx, context, { kind: 'case', id: caseId, caseId, customerId }, [
    { type, contactId, contactName: name },
  ])
}
