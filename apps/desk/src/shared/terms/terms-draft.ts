import type { Agreement, ScopeKind, Settlement } from '@timedesk/contracts/agreements'
import type { Reference } from '@timedesk/contracts/primitives'
import type { OveragePolicy, RoundingScope } from '@timedesk/contracts/rating'
import type { z } from 'zod'

/** One thing that an agreement is for, or is not for. */
export type ScopeChoice = { kind: z.infer<typeof ScopeKind>; mode: 'include' | 'exclude'; reference: Reference }

/** Surcharges as they are written; a factor that is left empty is the same as on other days. */
export type AfterHoursDraft = {
  policy: Agreement['afterHours']['policy']
  calendarId: string | null
  factor: string
  weekendFactor: string
  holidayFactor: string
}

/** The terms of an agreement as a form holds them; named as the fields of the request. */
export type TermsDraft = {
  settlement: Settlement
  heading: string
  terms: string
  validFrom: string
  validTo: string
  isBillable: boolean
  ratePerHour: string
  rateCardId: string | null
  incrementMinutes: number
  minimumMinutes: number
  roundingScope: z.infer<typeof RoundingScope>
  afterHours: AfterHoursDraft
  scope: readonly ScopeChoice[]
  overagePolicy: z.infer<typeof OveragePolicy>
  overageRate: string
  thresholds: readonly string[]
  termMonths: number | null
  renewal: 'none' | 'automatic'
  noticeDays: number
  creditsUnused: boolean
  ownerId: Reference | null
  poNumber: string
}

const INCREMENT_DEFAULT = 15

export function emptyTerms(today: string, settlement: Settlement): TermsDraft {
  return {
    ...{ settlement, heading: '', terms: '', validFrom: today, validTo: '', isBillable: true },
    ...{ ratePerHour: '', rateCardId: null, incrementMinutes: INCREMENT_DEFAULT, minimumMinutes: INCREMENT_DEFAULT },
    roundingScope: 'entry',
    afterHours: { policy: 'none', calendarId: null, factor: '1.5', weekendFactor: '', holidayFactor: '' },
    scope: [],
    ...{ overagePolicy: 'bill', overageRate: '', thresholds: ['80', '95'] },
    ...{ termMonths: null, renewal: 'none', noticeDays: 0, creditsUnused: false, ownerId: null, poNumber: '' },
  }
}

/** The terms of an agreement as the form shows them. */
export function termsOf(agreement: Agreement): TermsDraft {
  const { afterHours, validTo, ratePerHour, rateCard, overageRate, owner, thresholds } = agreement
  const { settlement, heading, terms, validFrom, isBillable, incrementMinutes, minimumMinutes } = agreement
  const { roundingScope, scope, overagePolicy, termMonths, renewal, noticeDays, creditsUnused, poNumber } = agreement
  return {
    ...{ settlement, heading, terms, validFrom, isBillable, incrementMinutes, minimumMinutes },
    ...{ roundingScope, scope, overagePolicy, termMonths, renewal, noticeDays, creditsUnused, poNumber },
    validTo: validTo ?? '',
    ratePerHour: ratePerHour?.amount ?? '',
    rateCardId: rateCard?.id ?? null,
    afterHours: {
      policy: afterHours.policy,
      calendarId: afterHours.calendar?.id ?? null,
      factor: afterHours.factor,
      weekendFactor: afterHours.weekendFactor ?? '',
      holidayFactor: afterHours.holidayFactor ?? '',
    },
    overageRate: overageRate?.amount ?? '',
    thresholds: thresholds.map(String),
    ownerId: owner,
  }
}
