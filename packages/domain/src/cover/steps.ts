import type { ScopeKind } from '@timedesk/contracts/agreements'
import type {
  OveragePolicy,
  PoolKind,
  PoolUnit,
  RateSource,
  RoundingScope,
  StretchReason,
} from '@timedesk/contracts/rating'

/** Facts, in the order in which they were found: the reader words them. Amounts in minor units, factors in thousandths. */
export type Step =
  | { step: 'not_billable'; because?: 'entry' | 'activity' | 'agreement' | 'internal' }
  /** The case is outside of any agreement, by choice. */
  | { step: 'outside_contract' }
  /** An agreement that was looked at and does not count. */
  | { step: 'agreement_passed_over'; agreement: string; because: 'state' | 'validity' | ScopeKind }
  /** Whose rounding, surcharges and rates hold. */
  | { step: 'terms'; agreement: string }
  | {
      step: 'rounded'
      actual: number
      increment: number
      minimum: number
      billable: number
      /** Absent: the entry alone. */
      scope?: RoundingScope
      /** Actual minutes of the same group before this entry. */
      before?: number
    }
  /** A stretch of the clock that has a factor of its own. */
  | { step: 'stretch'; reason: StretchReason; minutes: number; factorPermille: number }
  /** There is a surcharge, but no start and end to say when it applies (R5). */
  | { step: 'no_clock' }
  | { step: 'after_hours_suggested'; minutes: number; factorPermille: number }
  | { step: 'rate'; source: RateSource; ratePerHour: number }
  /** The activity replaces or multiplies the rate (R7). */
  | { step: 'activity_rate'; factorPermille: number; ratePerHour: number }
  | { step: 'rate_missing' }
  | {
      step: 'drawn'
      pool: string
      kind: PoolKind
      agreement: string
      unit: PoolUnit
      minutes: number
      units: number
      balanceBefore: number
      balanceAfter: number
      expiresOn: string | null
    }
  /** A unit that was drawn for the case before covers this entry too. */
  | { step: 'case_covered'; pool: string; agreement: string; minutes: number }
  /** A pool that might have covered, and has nothing left. */
  | { step: 'pool_empty'; pool: string; agreement: string }
  /** The prepaid agreement has no pool that is valid on the work date. */
  | { step: 'no_pool'; agreement: string }
  | { step: 'overage'; agreement: string; minutes: number; policy: OveragePolicy }
  | { step: 'amount'; minutes: number; amount: number; factorPermille?: number; ratePerHour?: number }
