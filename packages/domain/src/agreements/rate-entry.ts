import { AS_WORKED, roundMinutes } from '../time/round-minutes.ts'
import type { Rounding } from '../time/round-minutes.ts'
import { charge } from './charge.ts'
import { resolveRate } from './resolve-rate.ts'
import type { RateSource } from './resolve-rate.ts'

/** Raised when the rules below change what they give, and kept with each result. */
export const RATING_RULE_VERSION = 1

/** What pays for a piece of an entry. A voucher or a subscription adds its own kind beside these. */
export type PieceKind = 'time_spent' | 'non_billable' | 'missing_rate'

export type Piece = {
  kind: PieceKind
  /** Billable minutes; of a piece that is not billable, the actual ones. */
  minutes: number
  /** Minor units; null where there is none: not billable, or no rate known. */
  amount: number | null
}

/** Facts, in the order in which they were found: the reader words them. Amounts in minor units. */
export type Step =
  | { step: 'not_billable' }
  | { step: 'rounded'; actual: number; increment: number; minimum: number; billable: number }
  | { step: 'rate'; source: RateSource; ratePerHour: number }
  | { step: 'rate_missing' }
  | { step: 'amount'; minutes: number; amount: number }

/** An agreement of settlement time spent; rates in minor units per hour, null where it names none. */
export type TimeSpentAgreement = {
  isBillable?: boolean
  ratePerHour: number | null
  roleRatePerHour?: number | null
  roleActivityRatePerHour?: number | null
} & Rounding

export type EntryToRate = {
  /** Whole minutes. */
  actual: number
  /** What the entry itself says; without it the activity type says, then the agreement. */
  isBillable?: boolean | null
  ratePerHour?: number | null
  activityType?: { isBillable: boolean } | null
  /** Null is outside contract. */
  agreement: TimeSpentAgreement | null
  customerRatePerHour?: number | null
  roleRatePerHour?: number | null
  companyRatePerHour: number | null
}

export type RatedEntry = {
  isBillable: boolean
  billableMinutes: number
  ratePerHour: number | null
  amount: number | null
  pieces: Piece[]
  explanation: Step[]
  ruleVersion: number
}

/**
 * What one time entry is worth, and why: billable or not, rounded (R1, R2), its rate (R6) and its amount (R8).
 * Billable pieces sum to the billable minutes (R15). Without any rate the amount stays null and the piece says so,
 * while a rate of zero is an amount of zero (R6). Outside contract the minutes are billed as worked.
 * Throws a RangeError for minutes that are not whole or negative.
 */
export function rateEntry(entry: EntryToRate): RatedEntry {
  if (!decideBillable(entry)) return rateNonBillable(entry.actual)

  const { increment, minimum } = entry.agreement ?? AS_WORKED
  const minutes = roundMinutes(entry.actual, { increment, minimum })
  const rounded: Step = { step: 'rounded', actual: entry.actual, increment, minimum, billable: minutes }
  const rate = findRate(entry)
  const amount = rate === null ? null : charge(minutes, rate.ratePerHour)
  return {
    isBillable: true,
    billableMinutes: minutes,
    ratePerHour: rate?.ratePerHour ?? null,
    amount,
    pieces: [{ kind: amount === null ? 'missing_rate' : 'time_spent', minutes, amount }],
    explanation:
      rate === null || amount === null
        ? [rounded, { step: 'rate_missing' }]
        : [rounded, { step: 'rate', ...rate }, { step: 'amount', minutes, amount }],
    ruleVersion: RATING_RULE_VERSION,
  }
}

/** An activity that is not billable cannot be made so by an agreement; only the entry itself overrules it (R14). */
function decideBillable({ isBillable, activityType, agreement }: EntryToRate): boolean {
  return isBillable ?? ((activityType?.isBillable ?? true) && (agreement?.isBillable ?? true))
}

function rateNonBillable(actual: number): RatedEntry {
  return {
    isBillable: false,
    billableMinutes: 0,
    ratePerHour: null,
    amount: null,
    pieces: [{ kind: 'non_billable', minutes: actual, amount: null }],
    explanation: [{ step: 'not_billable' }],
    ruleVersion: RATING_RULE_VERSION,
  }
}

function findRate(entry: EntryToRate) {
  return resolveRate({
    entry: entry.ratePerHour,
    agreement_role_activity: entry.agreement?.roleActivityRatePerHour,
    agreement_role: entry.agreement?.roleRatePerHour,
    agreement: entry.agreement?.ratePerHour,
    customer: entry.customerRatePerHour,
    role: entry.roleRatePerHour,
    company: entry.companyRatePerHour,
  })
}
