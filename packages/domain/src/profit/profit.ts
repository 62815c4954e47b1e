import { charge } from '../agreements/charge.ts'
import { roundHalfUp } from '../money/round-half-up.ts'
import { BASIS_POINTS_WHOLE } from '../money/basis-points.ts'
import type { BasisPoints } from '../money/basis-points.ts'

const MINUTES_PER_HOUR = 60

/** Amounts in minor units; actual minutes, never billable ones (R57). */
export type Result = {
  revenue: number
  labourCost: number
  otherCost?: number
  minutes: number
}

export type Profit = {
  cost: number
  profit: number
  /** Profit of revenue; null without revenue, or when more was credited than earned. */
  marginBasisPoints: BasisPoints | null
  /** What an hour brought in after costs other than labour (R58); null without work. */
  effectiveRatePerHour: number | null
  /** What an hour left over (R58); null without work. */
  contributionPerHour: number | null
}

/** What actual minutes cost at an employee's rate of that day, in minor units, rounded once (R57). */
export function costOf(minutes: number, costRatePerHour: number): number {
  return charge(minutes, costRatePerHour)
}

/** Profit, margin and rates of recognised revenue (R56 to R58). Sums are to be made before: ratios do not add up. */
export function profitOf({ revenue, labourCost, otherCost = 0, minutes }: Result): Profit {
  const cost = labourCost + otherCost
  const profit = revenue - cost
  return {
    cost,
    profit,
    marginBasisPoints: revenue > 0 ? roundHalfUp(BigInt(profit) * BigInt(BASIS_POINTS_WHOLE), revenue) : null,
    effectiveRatePerHour: perHour(revenue - otherCost, minutes),
    contributionPerHour: perHour(profit, minutes),
  }
}

function perHour(amount: number, minutes: number): number | null {
  return minutes > 0 ? roundHalfUp(BigInt(amount) * BigInt(MINUTES_PER_HOUR), minutes) : null
}
