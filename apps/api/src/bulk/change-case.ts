import type { BulkVerdict } from '@timedesk/contracts/bulk-actions'
import type { BulkChange } from '@timedesk/contracts/bulk-changes'
import { Refusal } from '@timedesk/contracts/refusal'
import { isCaseChange } from '@timedesk/domain/bulk/bulk-changes'
import { changedThings, type ChangedThings } from '@timedesk/domain/bulk/case-things'
import { applyChanges, movesFirst, statusOf } from '../automation/apply-changes.ts'
import { changeCaseStatus } from '../helpdesk/change-case-status.ts'
import { lockCase } from '../helpdesk/lock-case.ts'
import { mergeCase } from '../helpdesk/merges/merge-case.ts'
import { lockWorkflows } from '../helpdesk/moves/lock-workflows.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { changeAside } from './change-aside.ts'
import { readThings } from './read-things.ts'
import { requirePermissions } from './require-permissions.ts'

export type Change = { caseId: string; changes: readonly BulkChange[]; publicUrl: string }

/** What became of a case; `things`: what undoing goes by, null where nothing of it can be put back. */
export type Outcome = { verdict: Exclude<BulkVerdict, 'refused'>; things: ChangedThings | null }

/**
 * Makes the changes on one case by the commands that people use, which refuse what they refuse by hand. The status
 * comes last, unless the case has ended and nothing can be done before.
 */
export async function changeCase(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, changes, publicUrl }: Change,
): Promise<Outcome> {
  const { actor } = context
  requirePermissions(actor, changes)
  const merge = changes.find((change) => change.kind === 'merge')
  if (merge !== undefined) return mergeInto(tx, context, caseId, merge.intoId)
  // Before the row: a move takes its locks in this order.
  await lockWorkflows(tx, 'shared')
  const held = await lockCase(tx, caseId)
  const before = await readThings(tx, caseId, actor.id)
  const own = changes.filter(isCaseChange)
  const status = statusOf(own)
  const move = async () => {
    if (status === undefined) return
    const { statusId, reason, resolution } = status
    await changeCaseStatus(tx, context, { caseId, statusId, reason, resolution })
  }
  const isMovedFirst = movesFirst(held)
  if (isMovedFirst) await move()
  await applyChanges(tx, context, caseId, own, () => undefined)
  let isTold = false
  for (const change of changes)
    if (!isCaseChange(change) && change.kind !== 'merge')
      isTold = (await changeAside(tx, context, { caseId, change, publicUrl })) || isTold
  if (!isMovedFirst) await move()
  const after = await readThings(tx, caseId, actor.id)
  if (before === null || after === null) throw new Refusal('not_found')
  const things = changedThings(before, after)
  return { verdict: things === null && !isTold ? 'unchanged' : 'changed', things }
}

/** The case that goes on may be among those that were chosen: it stays as it is. */
async function mergeInto(tx: Tx, context: Context<StaffActor>, caseId: string, intoId: string): Promise<Outcome> {
  if (caseId === intoId) return { verdict: 'unchanged', things: null }
  await mergeCase(tx, context, { caseId, intoId })
  return { verdict: 'changed', things: null }
}
