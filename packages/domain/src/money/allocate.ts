import { roundHalfUp } from './round-half-up.ts'

/**
 * Splits a line's amount over the parts it comes from, in minor units, so that the shares sum to it exactly (R8).
 * Shares follow the rounded running total: each is within one minor unit of its exact part, and equal parts of
 * 1,000.00 over three are 333.33, 333.34, 333.33. A part of no weight gets nothing.
 * Throws a RangeError when a weight is negative, or none carries an amount that has to go somewhere.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  if (weights.some((weight) => weight < 0)) throw new RangeError('A weight has to be zero or more')
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (whole === 0n) {
    if (total !== 0) throw new RangeError('Nothing to share the amount by')
    return weights.map(() => 0)
  }

  let running = 0n
  let given = 0
  return weights.map((weight) => {
    running += BigInt(weight)
    const share = roundHalfUp(BigInt(total) * running, whole) - given
    given += share
    return share
  })
}
