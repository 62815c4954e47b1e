import {
  decideRedispatch,
  type Dispatch,
  type DispatchWhy,
  type RedispatchIntent,
} from '@timedesk/domain/helpdesk/decide-dispatch'
import { rateCase } from '../agreements/rate-case.ts'
import type { CaseWorker, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendCaseEvents } from '../service-levels/append-case-events.ts'
import { progressUpdate } from './store-progress.ts'

type CaseHeld = { id: string; customerId: string }

/**
 * Hands a case that is held on to somebody else, with its entry in the log. Where an agreement is for some departments
 * only, its time is covered anew. Resolves with false where it is there already.
 */
export async function handOn(
  tx: Tx,
  context: Context<CaseWorker>,
  { id, customerId }: CaseHeld,
  before: Dispatch,
  to: RedispatchIntent,
  why: DispatchWhy,
): Promise<boolean> {
  const { changes, events } = decideRedispatch(before, to, why)
  if (events.length === 0) return false
  await tx.rows(progressUpdate(id, changes))
  await appendCaseEvents(tx, context, { id, customerId }, events)
  if (before.department.id !== changes.departmentId) await rateCase(tx, context, { id, customerId }, 'scope')
  return true
}
