import type { PieceHold, PieceKind } from '@timedesk/contracts/rating'
import type { Pool } from './pool.ts'
import type { Step } from './steps.ts'
import type { AgreementTerms, Prepaid } from './terms.ts'
import type { Zone } from '../time/zone.ts'

/** A bit of work, as cover reads it. Instants in milliseconds, minutes actual (R1), rates in minor units per hour. */
export type EntryToCover = {
  workDate: string
  startMs: number | null
  endMs: number | null
  minutes: number
  /** What the entry itself says; null leaves it to activity and agreement. */
  isBillable: boolean | null
  ratePerHour: number | null
  activityType: {
    id: string
    isBillable: boolean
    factorPermille: number
    fixedRatePerHour: number | null
    minimum: number
  }
  priceClass: { id: string; ratePerHour: number | null; drawFactorPermille: number } | null
  caseId: string | null
  choice: { mode: 'automatic' } | { mode: 'chosen'; agreementId: string } | { mode: 'outside' }
  /** Agreements that cover the entry already: a suspended one keeps what it has. */
  presentAgreementIds: readonly string[]
  /** The case type and department with all above them; the project. Empty when there is none. */
  caseTypeIds: readonly string[]
  departmentIds: readonly string[]
  projectIds: readonly string[]
}

/** Who pays: the customer and the seller behind it. Null customer: internal time. */
export type Payer = {
  customer: { currency: string; ratePerHour: number | null; coverOrder: readonly Prepaid[] } | null
  company: { currency: string; ratePerHour: number | null }
  zone: Zone
}

/** Work that was rated under an agreement on a day. */
export type RatedMinutes = { agreementId: string; workDate: string; minutes: number; billableMinutes: number }

/** What happened before the entry, as far as it changes what covers it. */
export type CoverState = {
  pools: readonly Pool[]
  /** Pools that gave a unit to the entry's case already. */
  casePoolIds: readonly string[]
  /** Minutes of the entry's case that were rated before, actual and billable, by leading agreement and day. */
  ratedBefore: readonly RatedMinutes[]
}

/** A part of an entry and what pays for it. Billable minutes; of a piece that is not billable, the actual ones. */
export type Piece = {
  kind: PieceKind
  minutes: number
  factorPermille: number
  /** After the activity's factor, before the stretch's; null where no rate is known or needed. */
  ratePerHour: number | null
  /** What the customer is charged for it: zero when prepaid, null when not billable or without a rate. */
  amount: number | null
  /** What it would have cost by the hour (R39); null without a rate. */
  value: number | null
  agreementId: string | null
  poolId: string | null
  /** Units drawn from the pool; null without a pool. */
  units: number | null
  /** Why its amount cannot be invoiced yet; to decline it is for people. */
  hold: Exclude<PieceHold, 'declined'> | null
}

export type Cover = {
  isBillable: boolean
  /** Whose terms hold; null outside of any agreement. */
  agreementId: string | null
  currency: string
  billableMinutes: number
  ratePerHour: number | null
  /** The sum of the pieces' amounts; null when not billable, or when a piece lacks a rate (R6). */
  amount: number | null
  pieces: Piece[]
  explanation: Step[]
  ruleVersion: number
}

/** The pure engine's door: the same for the verdict, for rating, for rating anew and for the simulator. */
export type CoverEntry = (
  entry: EntryToCover,
  payer: Payer,
  agreements: readonly AgreementTerms[],
  state: CoverState,
) => Cover
