import { roundHalfUp } from '../money/round-half-up.ts'
import { BASIS_POINTS_WHOLE } from '../money/basis-points.ts'
import type { BasisPoints } from '../money/basis-points.ts'

/**
 * What a discount takes off each of some amounts, in minor units, so that the parts sum to the discount of the sum,
 * rounded half up. They follow the rounded running total, so each is within one minor unit of its own discount, and
 * amounts that are grouped give the sums of their parts as long as the order stays. An amount may be negative.
 */
export function discountParts(amounts: readonly number[], basisPoints: BasisPoints): number[] {
  let running = 0n
  let given = 0
  return amounts.map((amount) => {
    running += BigInt(amount)
    const part = roundHalfUp(running * BigInt(basisPoints), BASIS_POINTS_WHOLE) - given
    given += part
    return part
  })
}
