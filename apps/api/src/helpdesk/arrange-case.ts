import { dispatchNewCase } from '../dispatch/dispatch-new-case.ts'
import type { CaseWorker, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { applyTypeChecklists } from './checklists/apply-checklist.ts'
import { applyPolicy } from '../service-levels/apply-policy.ts'

/**
 * What follows from a new case: who gets it by the rules, its checklists, its service policy. Staff's own cases are
 * dispatched already when they are stored. Asked again, it changes nothing.
 */
export async function arrangeNewCase(
  tx: Tx,
  context: Context<CaseWorker>,
  caseId: string,
  { isDispatched = false }: { isDispatched?: boolean } = {},
): Promise<void> {
  if (!isDispatched) await dispatchNewCase(tx, context, caseId)
  await applyTypeChecklists(tx, context, caseId)
  await applyPolicy(tx, context, { id: caseId }, 'created')
}
