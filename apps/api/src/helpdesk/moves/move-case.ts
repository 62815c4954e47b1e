import { decideStatusChange, type MoveCause } from '@timedesk/domain/helpdesk/decide-status-change'
import type { CaseStatus } from '@timedesk/domain/helpdesk/status'
import type { CaseWorker, ContactActor, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendCaseEvents } from '../../service-levels/append-case-events.ts'
import { progressUpdate } from '../store-progress.ts'
import { moverOf, type MovableCase } from './lock-case-to-move.ts'

type Move = {
  to: CaseStatus
  reason?: string | undefined
  /** Why closed gates are passed; whether the actor may has been asked. */
  override?: string | undefined
  cause?: MoveCause | undefined
}

/** Moves a locked case as its workflow allows. Refuses like `decideStatusChange`. */
export async function moveCase(
  tx: Tx,
  context: Context<CaseWorker | ContactActor>,
  before: MovableCase,
  { to, ...words }: Move,
): Promise<void> {
  const { actor, now } = context
  const { workflow, facts } = before
  const by = moverOf(actor, before)
  const { changes, events } = decideStatusChange(before, { to, by, workflow, facts, now, ...said(words) })
  if (events.length === 0) return
  await tx.rows(progressUpdate(before.id, { ...changes, lastActivityAt: now }))
  await appendCaseEvents(tx, context, before, events)
}

/** What was said of a move, without what was not. An empty reason says nothing. */
export function said({ reason, override, cause }: Omit<Move, 'to'>) {
  return {
    ...(reason !== undefined && reason !== '' && { reason }),
    ...(override !== undefined && { override }),
    ...(cause !== undefined && { cause }),
  }
}
