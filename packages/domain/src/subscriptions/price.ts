import { rowInForce } from '../calendar/row-in-force.ts'
import { daysBetween, earlierOf } from '../calendar/days.ts'
import { roundHalfUp } from '../money/round-half-up.ts'
import type { Period } from './periods.ts'

/** What a plan line costs from a day on, for one whole period; minor units a piece. */
export type LinePrice = { validFrom: string; quantity: number; unitPrice: number }

/** A charge for days of a period, both inclusive, in minor units. */
export type DatedAmount = { from: string; to: string; amount: number }

export type Supplement = DatedAmount & { quantity: number }

/** The price of a period: the one in force on its first day (R37), or null when there was none yet. */
export function priceOfPeriod({ from }: Pick<Period, 'from'>, prices: readonly LinePrice[]): LinePrice | null {
  return rowInForce(prices, from)
}

/** What a period costs, in minor units, rounded once: its charged days of the days of the whole period (R34). */
export function periodAmount(
  { chargedDays, wholeDays }: Pick<Period, 'chargedDays' | 'wholeDays'>,
  { quantity, unitPrice }: Pick<LinePrice, 'quantity' | 'unitPrice'>,
): number {
  return roundHalfUp(BigInt(quantity) * BigInt(unitPrice) * BigInt(chargedDays), wholeDays)
}

/**
 * What increases of the quantity within a period add for the rest of it (R35), at the period's own unit price, which
 * is fixed (R37). A decrease counts from the next period on; what it leaves unused is taken up again for nothing.
 * Before the first price there is nothing to add to.
 */
export function supplementsOf(period: Period, prices: readonly LinePrice[]): Supplement[] {
  const fixed = priceOfPeriod(period, prices)
  if (fixed === null) return []
  const later = prices
    .filter(({ validFrom }) => validFrom > period.from && validFrom <= period.to)
    .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))

  const supplements: Supplement[] = []
  let charged = fixed.quantity
  for (const { validFrom, quantity } of later) {
    if (quantity <= charged) continue
    const chargedDays = daysBetween(validFrom, period.to)
    const added = { quantity: quantity - charged, unitPrice: fixed.unitPrice }
    const amount = periodAmount({ chargedDays, wholeDays: period.wholeDays }, added)
    supplements.push({ from: validFrom, to: period.to, quantity: added.quantity, amount })
    charged = quantity
  }
  return supplements
}

/**
 * What is given back of a charge in advance whose days are not used, by days (R36). It is the exact remainder of
 * what the used days keep, so the two always sum to the charge.
 */
export function creditOfUnused({ from, to, amount }: DatedAmount, lastDay: string): number {
  const usedDays = Math.max(0, daysBetween(from, earlierOf(lastDay, to)))
  return amount - roundHalfUp(BigInt(amount) * BigInt(usedDays), daysBetween(from, to))
}
