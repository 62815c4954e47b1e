import { wireDecimal } from '../forms/wire-decimal.ts'
import { wireRate } from '../forms/wire-rate.ts'
import type { AfterHoursDraft, TermsDraft } from './terms-draft.ts'

/** Changed terms as the API takes them; the settlement is chosen once and is no term. */
export function wireTerms(changes: Partial<TermsDraft>, currency: string) {
  const { settlement, validTo, ratePerHour, overageRate, ownerId, afterHours, scope, thresholds, ...same } = changes
  return {
    ...same,
    ...(validTo !== undefined && { validTo: validTo === '' ? null : validTo }),
    ...(ratePerHour !== undefined && { ratePerHour: wireRate(ratePerHour, currency) }),
    ...(overageRate !== undefined && { overageRate: wireRate(overageRate, currency) }),
    ...(ownerId !== undefined && { ownerId: ownerId?.id ?? null }),
    ...(afterHours !== undefined && { afterHours: wireAfterHours(afterHours) }),
    ...(thresholds !== undefined && { thresholds: thresholds.map((threshold) => Number(threshold)) }),
    ...(scope !== undefined && { scope: scope.map(({ kind, mode, reference: { id } }) => ({ kind, mode, id })) }),
  }
}

/** All terms of a new agreement. */
export function wireNewTerms(draft: TermsDraft, currency: string) {
  const { heading, validFrom, settlement } = draft
  return { ...wireTerms(draft, currency), heading, validFrom, settlement }
}

function wireAfterHours({ policy, calendarId, factor, weekendFactor, holidayFactor }: AfterHoursDraft) {
  if (policy === 'none') return { policy }
  return {
    ...{ policy, calendarId, factor: wireDecimal(factor) ?? '' },
    weekendFactor: wireDecimal(weekendFactor),
    holidayFactor: wireDecimal(holidayFactor),
  }
}
