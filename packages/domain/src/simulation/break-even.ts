import { roundHalfUp } from '../money/round-half-up.ts'
import { amountText } from '../money/money.ts'

const MONTHS_PER_YEAR = 12n
const MINUTES_PER_HOUR = 60n
const HUNDREDTHS = 100n

/** An amount for so many minutes of work, in minor units: the slope of a line through the origin. */
export type PerWork = { amount: number; minutes: number }

/** What a plan charges in a year and what it includes, and what work beyond it costs; null where nothing is known. */
export type PlanCost = {
  feePerYear: number
  /** Null: unlimited. */
  includedMinutesPerYear: number | null
  beyond: PerWork | null
}

/**
 * Hours of work by the month, two decimals, from which a plan charges no more than a price per work, or null.
 *
 * With the fee F and the included minutes Q of a month, the price r of a minute beyond them and the price s of a minute
 * otherwise, a month of h minutes costs F + max(0, h − Q) × r on the one side and s × h on the other. They meet
 * at h = F / s if that lies within Q, and else at h = (F − Q × r) / (s − r) if that lies beyond. Where the price per
 * work is what work costs us, they meet where the plan begins to lose money.
 */
export function meetingHours({ feePerYear, includedMinutesPerYear, beyond }: PlanCost, price: PerWork): string | null {
  if (price.amount <= 0 || price.minutes <= 0 || feePerYear <= 0) return null
  const [fee, s, sMinutes] = [BigInt(feePerYear), BigInt(price.amount), BigInt(price.minutes)]
  if (includedMinutesPerYear === null || fee * sMinutes <= BigInt(includedMinutesPerYear) * s)
    return hoursText(fee * sMinutes, MONTHS_PER_YEAR * s)
  if (beyond === null || beyond.minutes <= 0) return null

  const [included, r, rMinutes] = [BigInt(includedMinutesPerYear), BigInt(beyond.amount), BigInt(beyond.minutes)]
  const steeper = s * rMinutes - r * sMinutes
  if (steeper <= 0n) return null
  return hoursText((fee * rMinutes - included * r) * sMinutes, MONTHS_PER_YEAR * steeper)
}

/** Minutes, as a fraction, in hours of two decimals. */
function hoursText(minutes: bigint, parts: bigint): string {
  return amountText(roundHalfUp(minutes * HUNDREDTHS, parts * MINUTES_PER_HOUR))
}

/** Minutes in hours of two decimals, by the month. */
export function hoursPerMonth(minutes: number, months: number): string {
  return hoursText(BigInt(minutes), BigInt(months))
}
