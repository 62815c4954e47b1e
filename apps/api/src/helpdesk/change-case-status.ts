import { decideStatusChange, type CaseParty } from '@timedesk/domain/helpdesk/decide-status-change'
import type { CaseStatus } from '@timedesk/domain/helpdesk/status'
import type { ContactActor, Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { firstStatusOf, lockCase, statusNamed, type LockedCase } from './lock-case.ts'
import { progressUpdate } from './store-progress.ts'

type Move = { to: CaseStatus; by: CaseParty; reason?: string | undefined }

/** Moves a case to another status. Refuses a move that R82 does not know with `status_move_refused`. */
export async function changeCaseStatus(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, statusId, reason }: { caseId: string; statusId: string; reason?: string | undefined },
): Promise<void> {
  const before = await lockCase(tx, caseId)
  await moveCase(tx, context, before, { to: statusNamed(before.statuses, statusId), by: 'staff', reason })
}

/** The customer's own word that a case is solved; of a solved case it is no news. Refuses with `status_move_refused`. */
export async function solveCase(tx: Tx, context: Context<ContactActor>, { caseId }: { caseId: string }): Promise<void> {
  const before = await lockCase(tx, caseId)
  if (before.status.category === 'solved') return
  await moveCase(tx, context, before, { to: firstStatusOf(before.statuses, 'solved'), by: 'contact' })
}

async function moveCase(
  tx: Tx,
  context: Context<StaffActor | ContactActor>,
  before: LockedCase,
  { to, by, reason }: Move,
): Promise<void> {
  const { now } = context
  const intent = { to, by, now, ...(reason !== undefined && reason !== '' && { reason }) }
  const { changes, events } = decideStatusChange(before, intent)
  if (events.length === 0) return
  const { id, customerId } = before
  await tx.rows(progressUpdate(id, { ...changes, lastActivityAt: now }))
  await appendEvents(tx, context, { kind: 'case', id, caseId: id, customerId }, events)
}
