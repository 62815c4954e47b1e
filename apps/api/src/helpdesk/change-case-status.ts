import type { changeCaseStatus as contract } from '@timedesk/contracts/cases'
import { Refusal } from '@timedesk/contracts/refusal'
import { isFree, movesFrom } from '@timedesk/domain/workflow/moves-from'
import type { z } from 'zod'
import type { CaseWorker, ContactActor, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { statusNamed } from './lock-case.ts'
import { lockCaseToMove } from './moves/lock-case-to-move.ts'
import { moveCase } from './moves/move-case.ts'
import { prepareMove } from './moves/prepare-move.ts'

/**
 * Moves a case to another status of its workflow, filling in what comes along. Refuses with `status_move_refused`,
 * `field_required`, `gate_closed` and `reopen_expired` what the workflow does not let this actor do (R78, R82).
 */
export async function changeCaseStatus(
  tx: Tx,
  context: Context<CaseWorker>,
  { caseId, statusId, ...terms }: { caseId: string } & z.output<typeof contract.body>,
): Promise<void> {
  await prepareMove(tx, context, caseId, terms)
  const before = await lockCaseToMove(tx, context, caseId)
  const to = statusNamed(before.statuses, statusId)
  await moveCase(tx, context, before, { to, reason: terms.reason, override: terms.override?.reason })
}

/**
 * The customer's own word that a case is solved; of a solved case it is no news. It goes to the first solved status
 * that its workflow lets a contact choose. Refuses with `status_move_refused`.
 */
export async function solveCase(tx: Tx, context: Context<ContactActor>, { caseId }: { caseId: string }): Promise<void> {
  const before = await lockCaseToMove(tx, context, caseId)
  if (before.status.category === 'solved') return
  const moves = movesFrom(before, { kind: 'contact' }, { ...before, now: context.now })
  const move = moves.find((offered) => offered.to.category === 'solved' && isFree(offered))
  if (move === undefined)
    throw new Refusal('status_move_refused', { detail: 'The case cannot be called solved as it is now.' })
  await moveCase(tx, context, before, { to: move.to })
}
