import type { ClockKind } from '@timedesk/contracts/clock-kind'
import type { ActorKind } from '@timedesk/contracts/events'
import type { StatusCategory } from '../helpdesk/status.ts'

/** Who did it, in the name of that day. */
export type ClockActor = { kind: ActorKind; id: string | null; name: string }

/** Who answers for a case at a moment. */
export type ClockOwner = {
  responsibleId: string | null
  responsibleName: string | null
  /** Null before the case was handed to anybody. */
  departmentId: string | null
  departmentName: string
}

/** Who answered for a case, as a mark recorded it: departments by their name alone. */
export type RecordedOwner = Omit<ClockOwner, 'departmentId'>

/** Business minutes by clock; null where nothing is promised. */
export type ClockTargets = Readonly<Record<ClockKind, number | null>>

/** What was promised for a case from a moment on, as it was written then. */
export type AppliedPolicy = {
  /** Null: nothing is promised any more. */
  policyId: string | null
  name: string | null
  version: number | null
  why: 'agreement' | 'customer' | 'type' | 'general' | 'none'
  /** Null: around the clock. */
  calendarId: string | null
  calendarName: string | null
  priority: string
  targets: ClockTargets
  /** Shares of a target in percent whose passing is marked, beside 100. */
  shares: readonly number[]
  /** Clocks that are under way keep what they were promised before (R77). */
  keepsDue: boolean
}

/** What clocks go by (R75). Everything else in the log leaves them alone. */
export type ClockFact = { at: Date; actor: ClockActor } & (
  | { kind: 'created' }
  | {
      kind: 'status'
      status: string
      category: StatusCategory
      pauses: boolean
      reason: string | null
      /** The case goes on in another one: nothing was solved by that, and nothing left unanswered for good. */
      isMerge?: boolean
    }
  /** A public post; what the system says by itself is none. */
  | { kind: 'reply'; by: 'staff' | 'contact' }
  | { kind: 'policy'; policy: AppliedPolicy }
  /** A deadline by hand, or its end (R81). */
  | { kind: 'deadline'; to: Date | null; reason: string | null }
  | { kind: 'owner'; owner: ClockOwner }
  /** A share that was recorded as passed: it stays so, whatever is edited since (R80). */
  | ({ kind: 'mark'; clock: ClockKind; cycle: number; share: number; dueAt: Date | null } & { owner: RecordedOwner })
)
