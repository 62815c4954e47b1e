import { findHolder, refuseEnded } from '../helpdesk/dispatch-case.ts'
import { handOn } from '../helpdesk/hand-on.ts'
import { lockCase } from '../helpdesk/lock-case.ts'
import type { CaseWorker, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { placeCase } from './place-case.ts'

/** Dispatches a case anew as it is now: by rules, type or default, as a new one would be. Refuses with `case_closed`. */
export async function dispatchByRules(
  tx: Tx,
  context: Context<CaseWorker>,
  { caseId }: { caseId: string },
): Promise<void> {
  const before = await lockCase(tx, caseId)
  refuseEnded(before)
  const holder = await findHolder(tx, before)
  const { department, responsible, why } = await placeCase(tx, context.now, caseId, context.now)
  await handOn(tx, context, before, holder, { department, responsible }, why)
}
