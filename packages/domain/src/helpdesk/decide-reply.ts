import { Refusal } from '@timedesk/contracts/refusal'
import { decideStatusChange } from './decide-status-change.ts'
import type { CaseParty, CaseProgress, StatusChanged } from './decide-status-change.ts'
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
  by: CaseParty
  /** The status that staff leaves the case in; null lets the reply decide. A contact names none. */
  statusAfter: CaseStatus | null
  /** The company's status for a case that is being worked on. */
  open: CaseStatus
  now: Date
}

export type ReplyDecision = {
  changes: Partial<ReplyProgress>
  /** Whether this reply stopped the first-response clock. */
  isFirst: boolean
  events: StatusChanged[]
}

/**
 * A public reply. The first one by staff stops the first-response clock, once (R76), and takes a new case into work.
 * A contact's reply ends the waiting for the customer and says that a solved case is not.
 * An ended case refuses with `case_closed`: it has to be reopened on purpose first, so that its log shows by whom.
 * A `statusAfter` that R82 does not know refuses with `status_move_refused`.
 */
export function decideReply(before: ReplyProgress, { by, statusAfter, open, now }: ReplyIntent): ReplyDecision {
  if (isEnded(before.status.category)) throw new Refusal('case_closed')

  const to = (by === 'staff' ? statusAfter : null) ?? (opensCase(before.status.category, by) ? open : before.status)
  const moved = decideStatusChange(before, { to, by: 'staff', now })
  const isFirst = by === 'staff' && before.firstRepliedAt === null
  return {
    changes: { ...moved.changes, ...momentsOfReply(before, by, now) },
    isFirst,
    events: moved.events,
  }
}

/** What a reply says about when who last spoke. */
export function momentsOfReply(before: ReplyProgress, by: CaseParty, now: Date): Partial<ReplyProgress> {
  if (by === 'contact') return { lastContactReplyAt: now, lastActivityAt: now }
  return { firstRepliedAt: before.firstRepliedAt ?? now, lastStaffReplyAt: now, lastActivityAt: now }
}

/** Whether a reply by itself puts the case back on our desk. */
export function opensCase(category: StatusCategory, by: CaseParty): boolean {
  return by === 'staff' ? category === 'new' : category === 'waiting_customer' || category === 'solved'
}
