import { Refusal } from '@timedesk/contracts/refusal'
import type { Mover } from '../workflow/may-make.ts'
import type { MoveFacts } from '../workflow/move-terms.ts'
import { isFree, movesFrom } from '../workflow/moves-from.ts'
import { isReopenExpired } from '../workflow/reopening.ts'
import { firstStatus } from '../workflow/workflow.ts'
import type { Workflow } from '../workflow/workflow.ts'
import { applyStatus, decideStatusChange } from './decide-status-change.ts'
import type { CaseParty, CaseProgress, MoveDecision } from './decide-status-change.ts'
import { isEnded } from './status.ts'
import type { CaseStatus, StatusCategory } from './status.ts'

export type ReplyProgress = {
  firstRepliedAt: Date | null
  lastStaffReplyAt: Date | null
  lastContactReplyAt: Date | null
  /** The last thing that both parties can see. */
  lastActivityAt: Date
} & CaseProgress

export type ReplyIntent = {
  by: Mover
  /** The status that staff leaves the case in; null lets the reply decide. A contact names none. */
  statusAfter: CaseStatus | null
  workflow: Workflow
  facts: MoveFacts
  reason?: string
  /** Why closed gates are passed. */
  override?: string
  now: Date
}

export type ReplyDecision = MoveDecision & {
  changes: Partial<ReplyProgress>
  /** Whether this reply stopped the first-response clock. */
  isFirst: boolean
}

/**
 * A public reply. The first one by staff stops the first-response clock, once (R76), and takes a new case into work,
 * where whoever replies could do so by hand; what the system says by a rule does neither. A contact's reply ends the waiting for the customer and says that a
 * solved case is not, nor a closed one within the days that its workflow gives (R78).
 * An ended case refuses with `case_closed`, or `reopen_expired` where only time has run out: it has to be reopened on
 * purpose first, so that its log shows by whom. A `statusAfter` is refused like any other move.
 */
export function decideReply(before: ReplyProgress, intent: ReplyIntent): ReplyDecision {
  const { by, workflow, now } = intent
  refuseEnded(before, by, workflow, now)
  const moved = moveAfter(before, intent)
  const isFirst = by.kind === 'staff' && before.firstRepliedAt === null
  return { changes: { ...moved.changes, ...momentsOfReply(before, by.kind, now) }, isFirst, events: moved.events }
}

function refuseEnded(before: ReplyProgress, { kind }: Mover, workflow: Workflow, now: Date): void {
  const { category } = before.status
  if (!isEnded(category)) return
  if (kind !== 'contact' || category !== 'closed')
    throw new Refusal('case_closed', { detail: `The case is ${category}; nothing can be said on it.` })
  if (isReopenExpired(before, workflow, now)) throw new Refusal('reopen_expired')
}

function moveAfter(before: ReplyProgress, intent: ReplyIntent): MoveDecision {
  const { by, statusAfter, workflow, now } = intent
  if (by.kind !== 'contact' && statusAfter !== null) return decideStatusChange(before, { ...intent, to: statusAfter })
  const { category } = before.status
  const isWork = opensCase(category, by.kind) || category === 'closed'
  const open = isWork ? firstStatus(workflow, 'open') : null
  if (open === null || (by.kind === 'staff' && !isFreeTo(before, open, intent))) return { changes: {}, events: [] }
  return applyStatus(before, { to: open, cause: 'reply', now })
}

/** Whether whoever replies could make the move by hand, and would be asked for nothing more. */
function isFreeTo(before: ReplyProgress, { id }: CaseStatus, { by, workflow, facts, now }: ReplyIntent): boolean {
  return movesFrom(before, by, { workflow, facts, now }).some((move) => move.to.id === id && isFree(move))
}

/** What a reply says about when who last spoke. */
export function momentsOfReply(before: ReplyProgress, by: Mover['kind'], now: Date): Partial<ReplyProgress> {
  switch (by) {
    case 'system':
      return { lastActivityAt: now }
    case 'contact':
      return { lastContactReplyAt: now, lastActivityAt: now }
    case 'staff':
      return { firstRepliedAt: before.firstRepliedAt ?? now, lastStaffReplyAt: now, lastActivityAt: now }
  }
}

/** Whether a reply by itself puts a case that has not ended back on our desk. */
export function opensCase(category: StatusCategory, by: CaseParty | 'system'): boolean {
  if (by === 'system') return false
  return by === 'staff' ? category === 'new' : category === 'waiting_customer' || category === 'solved'
}
