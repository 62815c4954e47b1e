import { roundHalfUp } from './round-half-up.ts'

/** Hundredths of a percent: 25 % is 2500. */
export type BasisPoints = number

export type VatLine = {
  net: number
  category: string
  rate: BasisPoints
}

export type VatSubtotal = {
  category: string
  rate: BasisPoints
  base: number
  vat: number
}

export type VatTotals = {
  net: number
  vat: number
  total: number
  breakdown: VatSubtotal[]
}

/** All of it. */
export const BASIS_POINTS_WHOLE: BasisPoints = 10_000

/**
 * VAT of a document in minor units, rounded once per category and rate and never per line (R68).
 * The breakdown keeps the order in which the lines first name a category.
 */
export function vatTotals(lines: readonly VatLine[]): VatTotals {
  const groups = Map.groupBy(lines, ({ category, rate }) => `${category} ${String(rate)}`)
  const breakdown = [...groups.values()].flatMap((group) => {
    const first = group[0]
    return first === undefined ? [] : [subtotal(first, sum(group.map(({ net }) => net)))]
  })
  const net = sum(breakdown.map(({ base }) => base))
  const vat = sum(breakdown.map((part) => part.vat))
  return { net, vat, total: net + vat, breakdown }
}

function subtotal({ category, rate }: VatLine, base: number): VatSubtotal {
  return { category, rate, base, vat: roundHalfUp(BigInt(base) * BigInt(rate), BASIS_POINTS_WHOLE) }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
