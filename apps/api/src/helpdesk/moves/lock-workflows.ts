import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'

/**
 * Workflows stand still while a case moves, and cases while a workflow is saved: moves share this lock, whoever changes
 * what cases may do has it alone. It is taken before the case's row, and what is read after it is in force until the
 * end of the transaction, so no case can end up in a status that its workflow has just lost.
 */
export async function lockWorkflows(tx: Tx, whose: 'shared' | 'alone'): Promise<void> {
  await tx.rows(
    whose === 'shared'
      ? Prisma.sql`SELECT pg_advisory_xact_lock_shared(hashtext('workflows'))`
      : Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('workflows'))`,
  )
}
