import type { ClockKind } from '@timedesk/contracts/clock-kind'
import type { StatusCategory } from '../helpdesk/status.ts'
import type { AppliedPolicy, ClockActor, ClockOwner } from './facts.ts'

/** A stopped clock may go on: a closed case can be reopened. One whose promise was kept never does. */
export type ClockState = 'running' | 'paused' | 'stopped'

/** Why a clock began to run or to stand still. */
export type ClockCause = {
  kind: 'created' | 'contact_reply' | 'staff_reply' | 'status'
  /** Of a status alone: its name of that day, what it was, and what was said about it. */
  status: string | null
  category: StatusCategory | null
  reason: string | null
}

/** A line of the clock ledger: how long the clock ran or stood still, and who made it so. */
export type ClockSegment = {
  from: Date
  /** Null while it lasts. */
  to: Date | null
  state: 'running' | 'paused'
  /** Open time of the calendar in it, in milliseconds. */
  businessMs: number
  cause: ClockCause
  actor: ClockActor
}

/** A share of the target that has passed, once and for good. */
export type ClockMark = {
  /** In percent; 100 is the breach. */
  share: number
  at: Date
  /** When the target passes or passed, as it stood then; null when the calendar never opens for so long. */
  dueAt: Date | null
  /** Who had the case at that moment. */
  owner: ClockOwner
}

/** A deadline set by hand, which takes the target's place (R81). */
export type ClockDeadline = { at: Date; reason: string | null; setAt: Date; actor: ClockActor }

export type Clock = {
  clock: ClockKind
  /** 1 is the first; only next responses have more. */
  cycle: number
  state: ClockState
  startedAt: Date
  stopped: { at: Date; cause: ClockCause; actor: ClockActor } | null
  /** When what was promised was done: answered, or solved and not reopened since. */
  reachedAt: Date | null
  /** Null while it is open and in time, and when the case was cancelled or closed without it. */
  result: 'met' | 'missed' | null
  /** The promise that it goes by; null: a deadline by hand alone. */
  policy: AppliedPolicy | null
  /** Business minutes; null: nothing is promised. */
  target: number | null
  /** Of resolutions only. */
  deadline: ClockDeadline | null
  /** Null while it stands still, for nobody knows for how long; unless it has passed or is set by hand. */
  dueAt: Date | null
  usedMs: number
  /** Whole minutes. */
  usedMinutes: number
  /** Whole minutes, negative when it is late; null without target and deadline. */
  remainingMinutes: number | null
  /** Whole percent of the target that is used; null without target and deadline. */
  sharePercent: number | null
  segments: ClockSegment[]
  /** In the order in which they passed. */
  marks: ClockMark[]
  /** Those before the target passed. */
  warnings: ClockMark[]
  breach: ClockMark | null
  /** When the next share passes, if nothing happens before. */
  nextMarkAt: Date | null
}
