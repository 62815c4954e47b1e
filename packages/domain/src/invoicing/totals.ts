import { roundHalfUp } from '../money/round-half-up.ts'
import { BASIS_POINTS_WHOLE } from '../money/basis-points.ts'
import type { BasisPoints } from '../money/basis-points.ts'
import { discountParts } from './discount.ts'
import type { DocumentTotals, InvoiceDocument, VatBreakdownRow, VatCategoryCode } from './document.ts'
import { netOfLine } from './line-net.ts'

/** Units of another currency for one unit, in millionths. */
export const RATE_WHOLE = 1_000_000

/** A category of VAT: lines of the same code and rate are taxed together. */
export type VatCategory = { category: VatCategoryCode; rate: BasisPoints }

/**
 * Amounts of a credit note that follow from what it credits and not from its own lines (R49): they close the original
 * to the minor unit.
 */
export type FixedTotals = {
  /** VAT of categories; of others it is what their rate gives. */
  vat: (VatCategory & { vat: number })[]
  /** BT-114. */
  rounding: number
  /** BT-111; null without an accounting currency. */
  accountingVat: number | null
}

type Summed = Pick<InvoiceDocument, 'lines' | 'discount' | 'accounting' | 'roundTo'>

/**
 * The sums of a document, in minor units: each is rounded half up once, and they add up to the minor unit as BR-CO-10
 * to BR-CO-17 ask. The discount is a part of the sum of all lines, split over the categories of VAT; VAT is computed
 * once for each category (R68). The breakdown keeps the order in which lines first name a category.
 * Throws a RangeError for a line that has no net, and when `roundTo` is not positive.
 */
export function totalsOf(document: Summed, fixed: FixedTotals | null = null): DocumentTotals {
  const lineNets = document.lines.map(netOfLine)
  const breakdown = breakdownOf(document, lineNets, fixed?.vat ?? [])
  const lines = sum(lineNets)
  const allowances = sum(breakdown.map(({ allowance }) => allowance))
  const net = lines - allowances
  const vat = sum(breakdown.map((row) => row.vat))
  const gross = net + vat
  const rounding = fixed?.rounding ?? roundingOf(gross, document.roundTo)
  return {
    lineNets,
    lines,
    allowances,
    net,
    vat,
    accountingVat: fixed?.accountingVat ?? accountingVatOf(document, vat),
    gross,
    rounding,
    payable: gross + rounding,
    breakdown,
  }
}

/** What is put on an amount to make it a multiple of so many minor units, half up (R73, E25). */
export function roundingOf(amount: number, roundTo: number): number {
  return roundHalfUp(amount, roundTo) * roundTo - amount
}

/** An amount in another currency, at a rate in millionths, rounded half up. */
export function convert(amount: number, rateMillionths: number): number {
  return roundHalfUp(BigInt(amount) * BigInt(rateMillionths), RATE_WHOLE)
}

/** Tells categories apart. */
export function keyOfCategory({ category, rate }: VatCategory): string {
  return `${category} ${String(rate)}`
}

/** The VAT that a base bears at a rate. */
export function vatOf(base: number, rate: BasisPoints): number {
  return roundHalfUp(BigInt(base) * BigInt(rate), BASIS_POINTS_WHOLE)
}

function breakdownOf(
  { lines, discount }: Summed,
  lineNets: readonly number[],
  fixed: FixedTotals['vat'],
): VatBreakdownRow[] {
  const fixedVat = new Map(fixed.map((row) => [keyOfCategory(row), row.vat]))
  const categories = new Map<string, VatCategory & { lines: number }>()
  for (const [index, line] of lines.entries()) {
    const key = keyOfCategory({ category: line.vatCategory, rate: line.vatRate })
    const found = categories.get(key) ?? { category: line.vatCategory, rate: line.vatRate, lines: 0 }
    categories.set(key, { ...found, lines: found.lines + (lineNets[index] ?? 0) })
  }
  const summed = [...categories.values()]
  const allowances = discountParts(
    summed.map((category) => category.lines),
    discount?.basisPoints ?? 0,
  )
  return summed.map(({ category, rate, lines: net }, index) => {
    const allowance = allowances[index] ?? 0
    const base = net - allowance
    const vat = fixedVat.get(keyOfCategory({ category, rate })) ?? vatOf(base, rate)
    return { category, rate, base, vat, allowance }
  })
}

function accountingVatOf({ accounting }: Summed, vat: number): number | null {
  return accounting === null ? null : convert(vat, accounting.rateMillionths)
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
