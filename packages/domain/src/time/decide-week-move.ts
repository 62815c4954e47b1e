import { Refusal } from '@timedesk/contracts/refusal'
import type { WeekState } from '@timedesk/contracts/week-sheets'

export type WeekMove = 'submitted' | 'recalled' | 'approved' | 'rejected' | 'reopened'

/** State that the entries of a week share with it. */
export type EntryState = 'open' | 'submitted' | 'approved'

/** Who moves a week, as far as the rules care. */
export type WeekParty = {
  isOwn: boolean
  /** May register time, and that of others. */
  mayWrite: boolean
  mayWriteOthers: boolean
  mayApprove: boolean
  /** Nobody else could approve. */
  isOnlyApprover: boolean
}

export type Week = {
  state: WeekState
  /** Whether all of it lies in a period that is closed for everybody (R53). */
  isClosed: boolean
}

export type WeekIntent = { move: WeekMove; reason: string; by: WeekParty }

type Rule = { from: readonly WeekState[]; to: WeekState; who: 'writer' | 'approver'; needsReason: boolean }

const rules: Record<WeekMove, Rule> = {
  submitted: { from: ['open', 'rejected'], to: 'submitted', who: 'writer', needsReason: false },
  recalled: { from: ['submitted'], to: 'open', who: 'writer', needsReason: false },
  approved: { from: ['submitted'], to: 'approved', who: 'approver', needsReason: false },
  rejected: { from: ['submitted'], to: 'rejected', who: 'approver', needsReason: true },
  reopened: { from: ['approved'], to: 'open', who: 'approver', needsReason: true },
}

/** Submitting or approving once more changes nothing, so that a repeated request does no harm. */
const repeatable: readonly WeekMove[] = ['submitted', 'approved']

/**
 * Where a move leads a week (R13); null when it is there already. Refuses with `permission_denied` who may not, and
 * with `week_move_refused` a move that its state does not know, a missing reason, and to approve one's own week as
 * long as somebody else could. A closed period may still be approved, but not opened by the back door: that is
 * refused with `period_locked`.
 */
export function decideWeekMove({ state: from, isClosed }: Week, { move, reason, by }: WeekIntent): WeekState | null {
  const rule = rules[move]
  requireParty(rule, by)
  if (from === rule.to && repeatable.includes(move)) return null
  if (!rule.from.includes(from)) throw new Refusal('week_move_refused', { detail: `It is ${from}.` })
  if (move === 'approved' && isBarred(by))
    throw new Refusal('week_move_refused', { detail: 'Somebody else has to approve it.' })
  if (move === 'reopened' && isClosed)
    throw new Refusal('period_locked', { detail: 'Its entries can be corrected only.' })
  if (rule.needsReason && reason === '') {
    const message = 'Say why.'
    throw new Refusal('week_move_refused', {
      detail: message,
      fields: [{ pointer: '/body/reason', code: 'required', message }],
    })
  }
  return rule.to
}

/** Whether a party could make a move now, for the controls that a screen offers. */
export function canMoveWeek({ state, isClosed }: Week, move: WeekMove, by: WeekParty): boolean {
  const { from, who } = rules[move]
  if (!from.includes(state) || missing(who, by) !== null) return false
  return !(move === 'approved' && isBarred(by)) && !(move === 'reopened' && isClosed)
}

/** Whether a party could register time in a week. */
export function canWriteInWeek(week: Week, by: WeekParty): boolean {
  return canMoveWeek(week, 'submitted', by)
}

/** What its week makes of an entry: what was rejected can be changed again. */
export function entryStateIn(state: WeekState): EntryState {
  return state === 'rejected' ? 'open' : state
}

function requireParty(rule: Rule, by: WeekParty): void {
  const missingPermission = missing(rule.who, by)
  if (missingPermission !== null) throw new Refusal('permission_denied', { missingPermission })
}

function missing(who: Rule['who'], { isOwn, mayWrite, mayWriteOthers, mayApprove }: WeekParty): string | null {
  if (who === 'approver') return mayApprove ? null : 'time:approve'
  if (isOwn) return mayWrite ? null : 'time:write'
  return mayWriteOthers ? null : 'time:write_others'
}

/** Two pairs of eyes, wherever there are two. */
function isBarred({ isOwn, isOnlyApprover }: WeekParty): boolean {
  return isOwn && !isOnlyApprover
}
