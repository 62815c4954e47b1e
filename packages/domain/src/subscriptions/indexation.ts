import { PERMILLE_WHOLE } from '../money/factor.ts'
import { roundHalfUp } from '../money/round-half-up.ts'
import { BASIS_POINTS_WHOLE } from '../money/basis-points.ts'
import type { BasisPoints } from '../money/basis-points.ts'

const INDEX = /^(\d{1,6})(?:\.(\d{1,3}))?$/

/** Two values of one index, in thousandths: 117.2 is 117200. */
export type IndexChange = { base: number; now: number }

/** What an agreement allows an index to do; null where it sets no bound. Thousandths of the price: 30 is 3 %. */
export type IndexBounds = {
  capPermille: number | null
  floorPermille: number | null
  /** A change of the index below this, either way, changes nothing. */
  thresholdPermille: number | null
}

export type IndexedPrice = {
  /** Minor units. */
  unitPrice: number
  /** What was applied: after the bounds, before rounding to whole minor units. */
  changeBasisPoints: BasisPoints
  decidedBy: 'index' | 'cap' | 'floor' | 'threshold'
}

/** Thousandths of an index written as a decimal of at most three places; null when it is none, or zero. */
export function parseIndex(text: string): number | null {
  const match = INDEX.exec(text)
  if (match === null) return null
  const thousandths = Number(match[1]) * PERMILLE_WHOLE + Number((match[2] ?? '').padEnd(3, '0'))
  return thousandths > 0 ? thousandths : null
}

/**
 * A price that follows an index, rounded to whole minor units once (R37). The threshold is asked first, and of the
 * index alone; then floor and cap, which are of the price's change and may be negative.
 * Throws a RangeError when an index is not positive or the floor lies above the cap.
 */
export function indexPrice(unitPrice: number, { base, now }: IndexChange, bounds: IndexBounds): IndexedPrice {
  if (base <= 0 || now <= 0) throw new RangeError('An index has to be positive')
  const { capPermille, floorPermille, thresholdPermille } = bounds
  if (capPermille !== null && floorPermille !== null && floorPermille > capPermille) {
    throw new RangeError('The floor lies above the cap')
  }

  const change = (BigInt(now) - BigInt(base)) * BigInt(PERMILLE_WHOLE)
  const ofBase = (permille: number) => BigInt(base) * BigInt(permille)
  const size = change < 0n ? -change : change
  if (thresholdPermille !== null && size < ofBase(thresholdPermille)) return applied(unitPrice, 0, 1, 'threshold')
  if (capPermille !== null && change > ofBase(capPermille)) {
    return applied(unitPrice, capPermille, PERMILLE_WHOLE, 'cap')
  }
  if (floorPermille !== null && change < ofBase(floorPermille)) {
    return applied(unitPrice, floorPermille, PERMILLE_WHOLE, 'floor')
  }
  return applied(unitPrice, now - base, base, 'index')
}

function applied(price: number, change: number, whole: number, decidedBy: IndexedPrice['decidedBy']): IndexedPrice {
  return {
    unitPrice: roundHalfUp(BigInt(price) * BigInt(whole + change), whole),
    changeBasisPoints: roundHalfUp(BigInt(change) * BigInt(BASIS_POINTS_WHOLE), whole),
    decidedBy,
  }
}
