import { Refusal } from '@timedesk/contracts/refusal'
import type { Standing } from '@timedesk/domain/bulk/case-things'
import { applyStatus } from '@timedesk/domain/helpdesk/decide-status-change'
import type { Acting } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendCaseEvents } from '../../service-levels/append-case-events.ts'
import { progressUpdate } from '../store-progress.ts'
import { lockCaseToMove } from './lock-case-to-move.ts'

const momentOf = (text: string | null) => (text === null ? null : new Date(text))

/**
 * Puts a case back where it stood before something was done that is undone now, with the moments of then. That is no
 * move that somebody chooses, so it asks for nothing; but a workflow that has lost the status since refuses it with
 * `status_move_refused`.
 */
export async function putBackStatus(
  tx: Tx,
  context: Acting,
  caseId: string,
  { statusId, solvedAt, closedAt, reopenedCount }: Standing,
  cause: 'undo' | 'unmerge',
): Promise<void> {
  const before = await lockCaseToMove(tx, context, caseId)
  if (before.status.id === statusId) return
  const to = before.workflow.statuses.find(({ id }) => id === statusId)
  if (to === undefined)
    throw new Refusal('status_move_refused', { detail: 'The workflow of the case does not have that status any more.' })
  const { now } = context
  const { events } = applyStatus(before, { to, cause, now })
  const moments = { solvedAt: momentOf(solvedAt), closedAt: momentOf(closedAt), reopenedCount }
  await tx.rows(progressUpdate(caseId, { status: to, ...moments, lastActivityAt: now }))
  await appendCaseEvents(tx, context, before, events)
}
