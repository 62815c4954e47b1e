import { Refusal } from '@timedesk/contracts/refusal'
import type { Requirement } from '@timedesk/contracts/workflow-definition'
import { mayMake } from '../workflow/may-make.ts'
import type { Mover } from '../workflow/may-make.ts'
import { closedGate, closedGates, missingField, missingFor } from '../workflow/move-terms.ts'
import type { MoveFacts } from '../workflow/move-terms.ts'
import { isReopenExpired } from '../workflow/reopening.ts'
import { standingIn, transitionBetween } from '../workflow/workflow.ts'
import type { Workflow } from '../workflow/workflow.ts'
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

/** What moved a case, where it was not the wish of whoever acts. */
export type MoveCause = 'reply' | 'silence' | 'workflow' | 'type' | 'merge' | 'unmerge' | 'undo'

/** The names are those of the day; the categories are what rules and clocks read. */
export type StatusChanged = {
  type: 'case.status_changed'
  from: string
  to: string
  fromCategory: StatusCategory
  toCategory: StatusCategory
  fromId?: string
  toId?: string
  /** Whether the new status stops the clocks; absent where its category says so. */
  pauses?: boolean
  reason?: string
  cause?: MoveCause
}

/** Gates that somebody passed on purpose; `reopen_expired` stands for the time to reopen. */
export type GateOverridden = {
  type: 'case.gate_overridden'
  to: string
  gates: string[]
  reason: string
}

export type StatusDecision = {
  changes: Partial<CaseProgress>
  events: StatusChanged[]
}

export type MoveDecision = {
  changes: Partial<CaseProgress>
  events: (StatusChanged | GateOverridden)[]
}

export type StatusIntent = {
  to: CaseStatus
  by: Mover
  workflow: Workflow
  facts: MoveFacts
  reason?: string
  /** Why closed gates are passed; whether the mover may is for the caller to ask. */
  override?: string
  cause?: MoveCause
  now: Date
}

/**
 * Moves a case to another status of its workflow. The status that the case already has is no change and no event.
 * Refuses with `status_move_refused` what is no transition or not the mover's, with `field_required` what is not
 * filled in, and, unless overridden, with `reopen_expired` (R78) and `gate_closed`. An override that was needed is
 * an event of its own.
 */
export function decideStatusChange(before: CaseProgress, intent: StatusIntent): MoveDecision {
  const { to, now, override } = intent
  if (before.status.id === to.id) return { changes: {}, events: [] }
  const passed = passedGates(before, intent)
  const { changes, events } = applyStatus(before, { ...wordsOf(intent), to, now })
  if (passed.length === 0) return { changes, events }
  const told: GateOverridden = { type: 'case.gate_overridden', to: to.name, gates: passed, reason: override ?? '' }
  return { changes, events: [told, ...events] }
}

/** The gates that only the override opens. Refuses what it does not open. */
function passedGates(before: CaseProgress, intent: StatusIntent): string[] {
  const { to, by, workflow, facts, reason, override, now } = intent
  const from = standingIn(workflow, before.status)
  const isKept = from.id === to.id && by.kind !== 'contact'
  const transition = isKept ? null : transitionBetween(workflow, from, to)
  if (!isKept && (transition === null || !isOf(workflow, to) || !mayMake(transition, by)))
    throw new Refusal('status_move_refused', {
      detail: `You cannot move the case from “${before.status.name}” to “${to.name}”.`,
    })

  const missing = transition === null ? [] : missingFor(transition, { from, to }, withReason(facts, reason))
  if (missing.length > 0)
    throw new Refusal('field_required', {
      fields: missing.map((requirement) => missingField(requirement, facts.fieldNames)),
    })

  const isLate = isReopening(before.status.category, to.category) && isReopenExpired(before, workflow, now)
  const closed = transition === null ? [] : closedGates(transition, facts)
  if (override !== undefined) return [...(isLate ? ['reopen_expired'] : []), ...closed]
  if (isLate) throw new Refusal('reopen_expired')
  if (closed.length > 0) throw new Refusal('gate_closed', { fields: closed.map(closedGate) })
  return []
}

function isOf({ statuses }: Workflow, { id }: CaseStatus): boolean {
  return statuses.some((status) => status.id === id)
}

function withReason(facts: MoveFacts, reason: string | undefined): MoveFacts {
  if (reason === undefined || reason === '') return facts
  const given: Requirement = 'reason'
  return { ...facts, filled: new Set([...facts.filled, given]) }
}

function wordsOf({ reason, cause }: Pick<StatusIntent, 'reason' | 'cause'>) {
  return { ...(reason !== undefined && { reason }), ...(cause !== undefined && { cause }) }
}

type Told = Pick<StatusIntent, 'to' | 'reason' | 'cause' | 'now'>

/**
 * What a change of status does to a case, whether the move is a wise one or history: `solvedAt` and `closedAt`
 * hold while the case is solved or ended, and each return to work counts as a reopening.
 */
export function applyStatus(before: CaseProgress, { to, reason, cause, now }: Told): StatusDecision {
  const from = before.status
  if (from.id === to.id) return { changes: {}, events: [] }

  const isMove = from.category !== to.category
  const event: StatusChanged = {
    type: 'case.status_changed',
    from: from.name,
    to: to.name,
    fromCategory: from.category,
    toCategory: to.category,
    fromId: from.id,
    toId: to.id,
    ...(to.pausesClock !== undefined && { pauses: to.pausesClock }),
    ...wordsOf({ ...(reason !== undefined && { reason }), ...(cause !== undefined && { cause }) }),
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
