import type { planBulkAction as contract } from '@timedesk/contracts/bulk-actions'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { askerOf } from '../identity/find-staff-actor.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { insertRows, type Table } from '../platform/db/insert-rows.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { chooseCases } from './choose-cases.ts'
import { endPlanning, judgeCases, type Judging } from './judge-cases.ts'
import { requireBulkChanges } from './require-changes.ts'

type Input = z.output<typeof contract.body>

/** So many cases are judged before the answer; the job judges the rest. */
const JUDGED_AT_ONCE_MAX = 25

/**
 * Plans a bulk action: stores which cases it is for, and judges the first of them; where there are more, the job does.
 * Refuses what `chooseCases` and `requireBulkChanges` refuse. Resolves with its id.
 */
export async function planBulkAction(
  tx: Tx,
  context: Context<StaffActor>,
  { selection, changes }: Input,
  { jobs, ...judging }: Judging & { jobs: Jobs },
): Promise<string> {
  const { actor, now, newId } = context
  const { isUndoable } = await requireBulkChanges(tx, context, changes)
  const caseIds = await chooseCases(tx, actor, selection, now)
  const id = newId()
  const { employeeId, tokenId } = askerOf(actor)
  await tx.rows(Prisma.sql`INSERT INTO bulk_action (id, employee_id, token_id, selection, changes, is_undoable, state, planned_at)
    VALUES (${id}::uuid, ${employeeId}::uuid, ${tokenId}::uuid, ${JSON.stringify(selection)}::jsonb,
      ${JSON.stringify(changes)}::jsonb, ${isUndoable}, 'planning', ${now})`)
  await insertRows(
    tx,
    bulkCaseTable,
    caseIds.map((caseId, position) => ({ bulkId: id, position, caseId })),
  )
  const judged = await judgeCases(tx, context, { id, changes }, JUDGED_AT_ONCE_MAX, judging)
  if (judged === caseIds.length) await endPlanning(tx, id)
  else await jobs.enqueue('bulk-action', { bulkId: id })
  return id
}

const bulkCaseTable: Table<{ bulkId: string; position: number; caseId: string }> = {
  name: 'bulk_action_case',
  columns: { bulkId: 'uuid', position: 'int', caseId: 'uuid' },
}
