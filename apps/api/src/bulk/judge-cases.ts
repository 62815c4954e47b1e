import type { BulkVerdict } from '@timedesk/contracts/bulk-actions'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { rehearse } from '../platform/db/savepoint.ts'
import { isTransient } from '../platform/db/sql-state.ts'
import { changeCase } from './change-case.ts'
import { FAULT, storedRefusal, type HeldBulk, type StoredRefusal } from './stored-bulk.ts'

type Verdict = { position: number; planned: BulkVerdict; refusal: StoredRefusal | null }

/** What judging takes of the world beside the transaction. */
export type Judging = { publicUrl: string; log: { error: (facts: object, message: string) => void } }

/**
 * Judges the next cases of a bulk action that are not judged yet: each is changed as it would be, and all of it is
 * undone. Resolves with how many of them there were.
 */
export async function judgeCases(
  tx: Tx,
  context: Context<StaffActor>,
  bulk: Pick<HeldBulk, 'id' | 'changes'>,
  limit: number,
  judging: Judging,
): Promise<number> {
  const cases = await tx.rows<{ position: number; caseId: string }>(Prisma.sql`SELECT position, case_id AS "caseId"
    FROM bulk_action_case WHERE bulk_id = ${bulk.id}::uuid AND planned IS NULL ORDER BY position LIMIT ${limit}`)
  const verdicts: Verdict[] = []
  for (const { position, caseId } of cases)
    verdicts.push({ position, ...(await judge(tx, context, { ...bulk, caseId }, judging)) })
  await store(tx, bulk.id, verdicts)
  return cases.length
}

async function judge(
  tx: Tx,
  context: Context<StaffActor>,
  { id, caseId, changes }: Pick<HeldBulk, 'id' | 'changes'> & { caseId: string },
  { publicUrl, log }: Judging,
): Promise<Omit<Verdict, 'position'>> {
  try {
    const { verdict } = await rehearse(tx, context, () => changeCase(tx, context, { caseId, changes, publicUrl }))
    return { planned: verdict, refusal: null }
  } catch (error) {
    if (error instanceof Refusal) return { planned: 'refused', refusal: storedRefusal(error) }
    if (isTransient(error)) throw error
    log.error({ err: error, bulkId: id, caseId }, 'a case of a bulk action could not be judged')
    return { planned: 'refused', refusal: FAULT }
  }
}

async function store(tx: Tx, bulkId: string, verdicts: readonly Verdict[]): Promise<void> {
  await tx.rows(Prisma.sql`UPDATE bulk_action_case b SET planned = g.planned, planned_refusal = g.refusal
    FROM unnest(${verdicts.map(({ position }) => position)}::int[], ${verdicts.map(({ planned }) => planned)}::text[],
      ${verdicts.map(({ refusal }) => (refusal === null ? null : JSON.stringify(refusal)))}::jsonb[]) AS g (position, planned, refusal)
    WHERE b.bulk_id = ${bulkId}::uuid AND b.position = g.position`)
}

/** Refuses all that is not judged yet, for a reason that holds for each. Resolves with 0: nothing is left to judge. */
export async function refuseUnjudged(tx: Tx, bulkId: string, refusal: StoredRefusal): Promise<0> {
  await tx.rows(Prisma.sql`UPDATE bulk_action_case SET planned = 'refused', planned_refusal = ${JSON.stringify(refusal)}::jsonb
    WHERE bulk_id = ${bulkId}::uuid AND planned IS NULL`)
  await endPlanning(tx, bulkId)
  return 0
}

/** A plan is whole once every case is judged. */
export async function endPlanning(tx: Tx, bulkId: string): Promise<void> {
  await tx.rows(Prisma.sql`UPDATE bulk_action SET state = 'planned', failure = NULL WHERE id = ${bulkId}::uuid
    AND state = 'planning' AND NOT EXISTS (SELECT 1 FROM bulk_action_case WHERE bulk_id = ${bulkId}::uuid AND planned IS NULL)`)
}
