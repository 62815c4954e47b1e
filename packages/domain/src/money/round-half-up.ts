/**
 * The one rounding function: `numerator / denominator` to the nearest whole number, halves away from zero,
 * so that a credit mirrors its charge to the øre. Exact: it works on integers of any size.
 * Throws a RangeError when the denominator is not positive, an operand is not whole, or the result is not safe.
 */
export function roundHalfUp(numerator: number | bigint, denominator: number | bigint): number {
  const top = BigInt(numerator)
  const bottom = BigInt(denominator)
  if (bottom <= 0n) throw new RangeError('The denominator has to be positive')

  const size = top < 0n ? -top : top
  const rounded = (size * 2n + bottom) / (bottom * 2n)
  if (rounded > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('The rounded number is too large')
  return top < 0n && rounded > 0n ? -Number(rounded) : Number(rounded)
}
