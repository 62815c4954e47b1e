import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import { isCaseUnit } from './cover-pools.ts'
import type { RatedAnew } from './rate-stored.ts'

/** What an entry left behind on its case: a place in a group that is rounded together, and units that it gave back. */
export type Left = {
  group: { caseId: string | null; agreementId: string | null; workDate: string } | null
  units: readonly { caseId: string | null; poolId: string }[]
}

/** What entries left behind by being rated anew. */
export function leftBehind(rated: readonly RatedAnew[]): Left[] {
  return rated.map(({ stored, cover, returned }) => {
    const hasLeft = stored.isBillable && (!cover.isBillable || cover.agreementId !== stored.agreementId)
    return { group: hasLeft ? stored : null, units: returned }
  })
}

/**
 * The other entries of the cases whose cover rests on what was left: those that were rounded together with it (R2),
 * and those that a unit covered which is no more (R19).
 */
export async function findDependents(tx: Tx, left: readonly Left[], exceptIds: readonly string[]): Promise<string[]> {
  const units = left.flatMap((leaving) => leaving.units)
  const groups = left.flatMap(({ group }) => (typeof group?.agreementId === 'string' ? group : []))
  if (units.length === 0 && groups.length === 0) return []
  const found = await tx.rows<{ id: string }>(Prisma.sql`
    SELECT t.id FROM unnest(${groups.map(({ caseId }) => caseId)}::uuid[], ${groups.map(({ agreementId }) => agreementId)}::uuid[],
        ${groups.map(({ workDate }) => workDate)}::date[]) AS g (case_id, agreement_id, day)
      JOIN agreement a ON a.id = g.agreement_id
      JOIN time_entry t ON t.case_id = g.case_id AND t.agreement_id = g.agreement_id AND t.is_billable AND CASE a.rounding_scope
        WHEN 'case_day' THEN t.work_date = g.day
        WHEN 'case_period' THEN date_trunc('month', t.work_date) = date_trunc('month', g.day) ELSE false END
     WHERE t.id <> ALL(${exceptIds}::uuid[])
    UNION
    SELECT t.id FROM unnest(${units.map(({ caseId }) => caseId)}::uuid[], ${units.map(({ poolId }) => poolId)}::uuid[]) AS g (case_id, pool_id)
      JOIN cover_pool pool ON pool.id = g.pool_id AND pool.unit = 'cases'
      JOIN time_entry t ON t.case_id = g.case_id
      JOIN cover_piece own ON own.entry_id = t.id AND own.pool_id = g.pool_id AND own.units = 0
     WHERE t.id <> ALL(${exceptIds}::uuid[]) AND NOT EXISTS (SELECT 1 FROM time_entry other JOIN cover_piece p ON p.entry_id = other.id
        WHERE other.case_id = g.case_id AND p.pool_id = g.pool_id AND ${isCaseUnit})`)
  return found.map(({ id }) => id)
}
