import { roundHalfUp } from '../money/round-half-up.ts'
import { BASIS_POINTS_WHOLE } from '../money/basis-points.ts'
import type { BasisPoints } from '../money/basis-points.ts'
import type { DocumentLine } from './document.ts'

/** What a line's price and quantity give, in minor units. */
export type PricedLine = Pick<DocumentLine, 'quantity' | 'unitPrice' | 'baseQuantity'>

/**
 * What quantity and price give in minor units, rounded half up once (R8, R70): 50 minutes at 950.00 for 60 are 791.67.
 * A negative quantity gives what the positive one gives, taken back. Throws a RangeError when the quantity or the price
 * is not whole, or the base is not positive.
 */
export function grossOfLine({ quantity, unitPrice, baseQuantity }: PricedLine): number {
  return roundHalfUp(BigInt(quantity) * BigInt(unitPrice), baseQuantity)
}

/** What a line charges after its own allowance, without VAT, in minor units (BT-131). */
export function netOfLine(line: PricedLine & Pick<DocumentLine, 'allowance'>): number {
  return grossOfLine(line) - line.allowance
}

/** The allowance that takes a share off what quantity and price give, in minor units. */
export function discountOfLine(line: PricedLine, basisPoints: BasisPoints): number {
  return roundHalfUp(BigInt(grossOfLine(line)) * BigInt(basisPoints), BASIS_POINTS_WHOLE)
}
