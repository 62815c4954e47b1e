import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { requirePermissions } from './require-permissions.ts'
import { holdBulk, type HeldBulk } from './stored-bulk.ts'

/**
 * Has a bulk action carried out. One that is under way goes on, in case it was broken off, and one that is done stays as
 * it is. Refuses with `not_found` whose it is not, what the actor may not do any more, and with `bulk_state_refused`
 * one that is still being planned.
 */
export async function commitBulkAction(
  tx: Tx,
  { actor, now }: Context<StaffActor>,
  bulkId: string,
  jobs: Jobs,
): Promise<void> {
  const { state, changes } = await holdOwn(tx, actor, bulkId)
  if (state === 'planning') throw new Refusal('bulk_state_refused', { detail: 'Its cases are still being judged.' })
  if (state !== 'planned' && state !== 'running') return
  requirePermissions(actor, changes)
  if (state === 'planned')
    await tx.rows(
      Prisma.sql`UPDATE bulk_action SET state = 'running', committed_at = ${now} WHERE id = ${bulkId}::uuid`,
    )
  // Last, and before the commit: a job that comes too early waits for the row, one that is missing never runs.
  await jobs.enqueue('bulk-action', { bulkId })
}

/**
 * Has a bulk action undone. One that is undone, or about to be, stays as it is. Refuses with `not_found` whose it is
 * not, with `bulk_state_refused` what cannot be undone or is not done yet, and with `undo_expired` when it is too late.
 */
export async function undoBulkAction(
  tx: Tx,
  { actor, now }: Context<StaffActor>,
  bulkId: string,
  jobs: Jobs,
): Promise<void> {
  const { state, undoUntil, isUndoable } = await holdOwn(tx, actor, bulkId)
  if (state === 'undone') return
  if (state !== 'undoing') {
    if (!isUndoable)
      throw new Refusal('bulk_state_refused', { detail: 'What was said, and merges, cannot be undone like that.' })
    if (state !== 'done') throw new Refusal('bulk_state_refused', { detail: 'It is not done yet.' })
    if (undoUntil === null) throw new Refusal('bulk_state_refused', { detail: 'It changed nothing.' })
    if (now > undoUntil) throw new Refusal('undo_expired')
    await tx.rows(Prisma.sql`UPDATE bulk_action SET state = 'undoing' WHERE id = ${bulkId}::uuid`)
  }
  await jobs.enqueue('bulk-action', { bulkId })
}

async function holdOwn(tx: Tx, { id }: StaffActor, bulkId: string): Promise<HeldBulk> {
  const bulk = await holdBulk(tx, bulkId)
  if (bulk.employeeId !== id) throw new Refusal('not_found')
  return bulk
}
