import { BULK_UNDO_SECONDS } from '@timedesk/contracts/limits'
import { Prisma } from '@timedesk/prisma/client'
import type { BulkDeps } from './bulk-deps.ts'
import { holdBulk } from './stored-bulk.ts'

/**
 * Ends a bulk action, or its undoing, once no case waits any more. From its end it can be undone for a moment, unless it
 * changed nothing that can be put back.
 */
export async function finishBulk({ database, now }: BulkDeps, bulkId: string): Promise<void> {
  await database.transact(async (tx) => {
    const { state, isUndoable } = await holdBulk(tx, bulkId)
    const [left] = await tx.rows<{ waiting: number; changed: number; toUndo: number }>(Prisma.sql`SELECT
        count(*) FILTER (WHERE state = 'waiting')::int AS waiting, count(*) FILTER (WHERE state = 'changed')::int AS changed,
        count(*) FILTER (WHERE state = 'changed' AND undo IS NULL)::int AS "toUndo"
      FROM bulk_action_case WHERE bulk_id = ${bulkId}::uuid`)
    if (left === undefined) return
    const at = now()
    const undoUntil = isUndoable && left.changed > 0 ? new Date(at.getTime() + BULK_UNDO_SECONDS * 1_000) : null
    if (state === 'running' && left.waiting === 0)
      await tx.rows(Prisma.sql`UPDATE bulk_action SET state = 'done', ended_at = ${at}, undo_until = ${undoUntil}
        WHERE id = ${bulkId}::uuid`)
    if (state === 'undoing' && left.toUndo === 0)
      await tx.rows(Prisma.sql`UPDATE bulk_action SET state = 'undone' WHERE id = ${bulkId}::uuid`)
  })
}
