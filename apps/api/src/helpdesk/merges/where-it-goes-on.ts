import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'

const ROUNDS_MAX = 5

/**
 * Holds the case that an answer lands on: the one it was written to, or the one that this goes on in. Refuses with
 * `not_found`, and with `case_merged` where whoever answers does not see that one.
 */
export async function whereItGoesOn(tx: Tx, caseId: string): Promise<string> {
  let id = (await findSurvivor(tx, caseId)) ?? caseId
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const [held] = await tx.rows<{ mergedIntoId: string | null }>(
      Prisma.sql`SELECT merged_into_id AS "mergedIntoId" FROM support_case WHERE id = ${id}::uuid FOR NO KEY UPDATE`,
    )
    if (held === undefined) throw new Refusal(id === caseId ? 'not_found' : 'case_merged')
    if (held.mergedIntoId === null) return id
    // It was merged while this waited for it.
    id = held.mergedIntoId
  }
  throw new Refusal('unavailable', { retryAfterSeconds: 1 })
}

async function findSurvivor(tx: Tx, caseId: string): Promise<string | null> {
  const [row] = await tx.rows<{ mergedIntoId: string | null }>(
    Prisma.sql`SELECT merged_into_id AS "mergedIntoId" FROM support_case WHERE id = ${caseId}::uuid`,
  )
  return row?.mergedIntoId ?? null
}
