import type { SideAddress } from '@timedesk/contracts/side-conversations'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'

/** A side conversation whose row nobody else can change until the transaction ends. */
export type HeldConversation = {
  id: string
  /** The case that it was begun on. */
  caseId: string
  /** Where that case goes on: itself, or what it was merged into. */
  livingCaseId: string
  customerId: string
  subject: string
  token: string
  participants: SideAddress[]
  isClosed: boolean
  version: number
}

/** Locks a side conversation. Refuses with `not_found`. Lock its case before, as all that writes on cases does. */
export async function holdConversation(tx: Tx, id: string): Promise<HeldConversation> {
  const [row] = await tx.rows<HeldConversation>(Prisma.sql`
    SELECT s.id, s.case_id AS "caseId", coalesce(c.merged_into_id, c.id) AS "livingCaseId", c.customer_id AS "customerId", s.subject, s.token,
      s.closed_at IS NOT NULL AS "isClosed", s.version,
      (SELECT json_agg(json_build_object('address', p.address, 'name', p.name) ORDER BY p.address)
         FROM side_participant p WHERE p.conversation_id = s.id) AS participants
      FROM side_conversation s JOIN support_case c ON c.id = s.case_id WHERE s.id = ${id}::uuid FOR UPDATE OF s`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}

/** The case that a side conversation is about today, which a merge may have moved on. Refuses with `not_found`. */
export async function livingCaseOf(tx: Tx, conversationId: string): Promise<string> {
  const [row] = await tx.rows<{ id: string }>(Prisma.sql`SELECT coalesce(c.merged_into_id, c.id) AS id
    FROM side_conversation s JOIN support_case c ON c.id = s.case_id WHERE s.id = ${conversationId}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row.id
}
