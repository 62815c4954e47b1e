import type { Agreement } from '@timedesk/contracts/agreements'
import { Refusal } from '@timedesk/contracts/refusal'
import { addDays, addMonths } from '@timedesk/domain/calendar/days'
import type { ChosenScope } from './choose-scope.ts'

type Named = { id: string; name: string }

/** What an agreement says, as it is stored. Rates in minor units per hour, factors in thousandths, days `YYYY-MM-DD`. */
export type Terms = {
  heading: string
  terms: string
  validFrom: string
  validTo: string | null
  isBillable: boolean
  ratePerHour: number | null
  rateCard: Named | null
  incrementMinutes: number
  minimumMinutes: number
  roundingScope: Agreement['roundingScope']
  afterHours: {
    policy: Agreement['afterHours']['policy']
    calendar: Named | null
    factor: number
    weekendFactor: number | null
    holidayFactor: number | null
  }
  scope: ChosenScope[]
  overagePolicy: Agreement['overagePolicy']
  overageRate: number | null
  thresholds: number[]
  termMonths: number | null
  renewal: Agreement['renewal']
  noticeDays: number
  creditsUnused: boolean
  owner: Named | null
  poNumber: string
}

/** What a new agreement starts from before anything is said. */
export const NO_TERMS: Terms = {
  heading: '',
  terms: '',
  validFrom: '1900-01-01',
  validTo: null,
  isBillable: true,
  ratePerHour: null,
  rateCard: null,
  incrementMinutes: 1,
  minimumMinutes: 0,
  roundingScope: 'entry',
  afterHours: { policy: 'none', calendar: null, factor: 1000, weekendFactor: null, holidayFactor: null },
  scope: [],
  overagePolicy: 'bill',
  overageRate: null,
  thresholds: [],
  termMonths: null,
  renewal: 'none',
  noticeDays: 0,
  creditsUnused: false,
  owner: null,
  poNumber: '',
}

/**
 * The last day of an agreement that says its term but not its end. Refuses with `invalid_request` one that would end
 * before it begins, and one that renews itself without saying for how long.
 */
export function lastDayOf({ validFrom, validTo, termMonths, renewal }: Terms): string | null {
  if (renewal === 'automatic' && termMonths === null)
    throw refusedTerm('/body/termMonths', 'missing', 'An agreement that renews itself says for how many months.')
  if (validTo !== null && validTo < validFrom)
    throw refusedTerm('/body/validTo', 'too_early', 'An agreement cannot end before it begins.')
  return validTo === null && termMonths !== null ? addDays(addMonths(validFrom, termMonths), -1) : validTo
}

/** The refusal of a field that does not fit the others. */
export function refusedTerm(pointer: `/body/${string}`, code: string, message: string): Refusal {
  return new Refusal('invalid_request', { detail: message, fields: [{ pointer, code, message }] })
}
