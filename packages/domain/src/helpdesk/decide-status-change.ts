import { Refusal } from '@timedesk/contracts/refusal'
import { isEnded, isReopening } from './status.ts'
import type { CaseStatus, StatusCategory } from './status.ts'

export type CaseParty = 'staff' | 'contact'

/** What the rules need to know of a case. */
export type CaseProgress = {
  status: CaseStatus
  solvedAt: Date | null
  /** When the case ended, closed or cancelled. */
  closedAt: Date | null
  reopenedCount: number
}

/** The names are those of the day; the categories are what rules and clocks read. */
export type StatusChanged = {
  type: 'case.status_changed'
  from: string
  to: string
  fromCategory: StatusCategory
  toCategory: StatusCategory
  reason?: string
}

export type StatusDecision = {
  changes: Partial<CaseProgress>
  events: StatusChanged[]
}

export type StatusIntent = {
  to: CaseStatus
  by: CaseParty
  reason?: string
  now: Date
}

const active = ['open', 'waiting_customer', 'waiting_third_party', 'solved', 'cancelled'] as const

/** R82 in seven categories; a status may always give way to another of its own category. */
const staffMoves: Record<StatusCategory, readonly StatusCategory[]> = {
  new: active,
  open: active,
  waiting_customer: active,
  waiting_third_party: active,
  solved: ['open', 'closed', 'cancelled'],
  closed: ['open'],
  cancelled: ['open'],
}

/** A contact may call its case solved, confirm the solution, or say that it is none. */
const contactMoves: Record<StatusCategory, readonly StatusCategory[]> = {
  new: ['solved'],
  open: ['solved'],
  waiting_customer: ['solved'],
  waiting_third_party: ['solved'],
  solved: ['open', 'closed'],
  closed: [],
  cancelled: [],
}

/** Where a case may go from here, for the controls that a screen offers. Its own category is left out. */
export function allowedMoves(from: StatusCategory, by: CaseParty): readonly StatusCategory[] {
  const moves = by === 'staff' ? staffMoves[from] : contactMoves[from]
  return moves.filter((category) => category !== from)
}

/**
 * Moves a case to another status. Refuses a move that R82 does not know with `status_move_refused`;
 * the status that the case already has is no change and no event.
 */
export function decideStatusChange(before: CaseProgress, { to, by, reason, now }: StatusIntent): StatusDecision {
  const from = before.status
  if (from.id === to.id) return { changes: {}, events: [] }

  const isMove = from.category !== to.category
  const isAllowed = isMove ? allowedMoves(from.category, by).includes(to.category) : by === 'staff'
  if (!isAllowed) throw new Refusal('status_move_refused', { detail: `${from.category} to ${to.category}` })
  return applyStatus(before, { to, now, ...(reason !== undefined && { reason }) })
}

/**
 * What a change of status does to a case, whether the move is a wise one or history: `solvedAt` and `closedAt`
 * hold while the case is solved or ended, and each return to work counts as a reopening.
 */
export function applyStatus(before: CaseProgress, { to, reason, now }: Omit<StatusIntent, 'by'>): StatusDecision {
  const from = before.status
  if (from.id === to.id) return { changes: {}, events: [] }

  const isMove = from.category !== to.category
  const event: StatusChanged = {
    type: 'case.status_changed',
    from: from.name,
    to: to.name,
    fromCategory: from.category,
    toCategory: to.category,
    ...(reason !== undefined && { reason }),
  }
  return {
    changes: isMove ? { status: to, ...momentsAfter(before, to.category, now) } : { status: to },
    events: [event],
  }
}

function momentsAfter(before: CaseProgress, to: StatusCategory, now: Date): Omit<CaseProgress, 'status'> {
  const isSolved = to === 'solved' || to === 'closed'
  const reopened = isReopening(before.status.category, to) ? 1 : 0
  return {
    solvedAt: isSolved ? (before.solvedAt ?? now) : null,
    closedAt: isEnded(to) ? now : null,
    reopenedCount: before.reopenedCount + reopened,
  }
}
