import type { AgreementState, ScopeKind, Settlement } from '@timedesk/contracts/agreements'
import type { OveragePolicy, RoundingScope } from '@timedesk/contracts/rating'
import type { Rounding } from '../time/round-minutes.ts'
import type { ServiceCalendar } from '../calendar/service-calendar.ts'

/** Settlements that are paid before the work: cover asks them in the customer's order (R14). */
export type Prepaid = Exclude<Settlement, 'time_spent'>

export type ScopeRule = { kind: ScopeKind; id: string; mode: 'include' | 'exclude' }

/** Surcharges outside of service hours, in thousandths of the rate; the highest that applies wins (R4). */
export type AfterHours = {
  /** `suggest` tells of the surcharge and does not charge it (R5). */
  policy: 'none' | 'automatic' | 'suggest'
  /** Null only with policy `none`. */
  calendar: ServiceCalendar | null
  factorPermille: number
  /** Null: the same as on other days. */
  weekendFactorPermille: number | null
  holidayFactorPermille: number | null
}

/** A price of a rate card in minor units per hour; the row with the latest `validFrom` up to the work date counts. */
export type RateCardRow = {
  priceClassId: string
  /** Null: for every activity. */
  activityTypeId: string | null
  validFrom: string
  ratePerHour: number
}

/** The commercial rules of one agreement, as cover reads them. Rates in minor units per hour, days `YYYY-MM-DD`. */
export type AgreementTerms = Rounding & {
  id: string
  number: number
  heading: string
  settlement: Settlement
  state: AgreementState
  validFrom: string
  validTo: string | null
  currency: string
  isBillable: boolean
  ratePerHour: number | null
  rateCard: readonly RateCardRow[]
  roundingScope: RoundingScope
  afterHours: AfterHours
  /** Per kind: an empty list of includes means everything; an exclude wins. */
  scope: readonly ScopeRule[]
  overagePolicy: OveragePolicy
  overageRatePerHour: number | null
}
