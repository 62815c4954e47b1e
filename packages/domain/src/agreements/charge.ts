import { PERMILLE_WHOLE } from '../money/factor.ts'
import { roundHalfUp } from '../money/round-half-up.ts'

const MINUTES_PER_HOUR = 60

/**
 * The amount of one line in minor units, rounded half up once (R8). A factor in thousandths, 1500 for a surcharge
 * of half, meets the rate once and never the minutes (R7). The rate it makes is whole minor units again, so that
 * the rate people see times the minutes they see gives the amount.
 */
export function charge(minutes: number, ratePerHour: number, factorPermille: number = PERMILLE_WHOLE): number {
  return roundHalfUp(BigInt(minutes) * BigInt(multiplyRate(ratePerHour, factorPermille)), MINUTES_PER_HOUR)
}

/** A rate that a factor in thousandths has met, in whole minor units again. */
export function multiplyRate(ratePerHour: number, factorPermille: number): number {
  if (factorPermille === PERMILLE_WHOLE) return ratePerHour
  return roundHalfUp(BigInt(ratePerHour) * BigInt(factorPermille), PERMILLE_WHOLE)
}
