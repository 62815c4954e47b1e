import type { RateSource } from '@timedesk/contracts/rating'

/** Where a rate is looked for, in the order in which the places are asked (R6). */
export const rateSources = [
  'entry',
  'agreement_role_activity',
  'agreement_role',
  'agreement',
  'customer',
  'role',
  'company',
] as const satisfies readonly RateSource[]

type AskedSource = (typeof rateSources)[number]

/** Rates in minor units per hour. Absent and null mean that the place names none; zero is a rate like any other. */
export type RateCandidates = Partial<Record<AskedSource, number | null | undefined>>

export type ResolvedRate = {
  ratePerHour: number
  source: AskedSource
}

/** The first rate that any place names (R6), or null: a missing rate has to be shown as such, never charged as zero. */
export function resolveRate(candidates: RateCandidates): ResolvedRate | null {
  for (const source of rateSources) {
    const ratePerHour = candidates[source] ?? null
    if (ratePerHour !== null) return { ratePerHour, source }
  }
  return null
}
