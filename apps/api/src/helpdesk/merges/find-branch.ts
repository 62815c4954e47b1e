import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'

/** The ids of a case and of whatever was merged into it, however far down. */
export async function findBranch(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(Prisma.sql`WITH RECURSIVE branch AS (
      SELECT ${caseId}::uuid AS id
      UNION SELECT v.source_id FROM case_merge v JOIN branch b ON v.into_id = b.id AND v.undone_at IS NULL)
    SELECT id FROM branch`)
  return rows.map(({ id }) => id)
}
