import { Refusal } from '@timedesk/contracts/refusal'
import type { MergeParty } from '@timedesk/domain/helpdesk/decide-merge'
import type { StatusCategory } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader, Tx } from '../../platform/db/database.ts'

/** Locks cases in the order that all keep. */
export async function holdCases(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.rows(
    Prisma.sql`SELECT 1 FROM support_case WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
  )
}

/** A case as the rules of merging want it, with what it says of itself. */
export type Party = MergeParty & { subject: string; contactId: string | null }

type Row = Omit<Party, 'status'> & { category: StatusCategory }

/** Reads what merging asks of a case. Undefined: there is no such case. */
export async function findParty(reader: Reader, id: string): Promise<Party | undefined> {
  const [row] = await reader.rows<Row>(Prisma.sql`SELECT c.id, c.number, c.subject, c.customer_id AS "customerId",
      c.contact_id AS "contactId", c.category, c.merged_into_id AS "mergedIntoId",
      (SELECT count(*)::int FROM support_case t WHERE t.merged_into_id = c.id) AS tombstones
    FROM support_case c WHERE c.id = ${id}::uuid`)
  if (row === undefined) return undefined
  const { category, ...party } = row
  return { ...party, status: { category } }
}

const ROUNDS_MAX = 5

/**
 * Holds a tombstone's survivor, then the tombstone. Resolves with the survivor's id, null where the case is no
 * tombstone. Between reading and locking the survivor may be merged itself; then the next one is held.
 */
export async function holdTombstone(tx: Tx, caseId: string): Promise<string | null> {
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const party = await findParty(tx, caseId)
    if (party === undefined) throw new Refusal('not_found')
    if (party.mergedIntoId === null) return null
    await holdCases(tx, [party.mergedIntoId])
    await holdCases(tx, [caseId])
    const held = await findParty(tx, caseId)
    if (held?.mergedIntoId === party.mergedIntoId) return party.mergedIntoId
  }
  throw new Refusal('unavailable', { retryAfterSeconds: 1 })
}
