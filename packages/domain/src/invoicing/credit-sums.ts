import type { VatBreakdownRow } from './document.ts'
import type { CreditablePart, EarlierCredit, PostedInvoice } from './credit-parts.ts'
import { convert, keyOfCategory, vatOf } from './totals.ts'
import type { FixedTotals, VatCategory } from './totals.ts'

/** What some credit notes come to. */
export type CreditSums = { net: number; vat: number; gross: number; payable: number }

export type SummedCredit = {
  credit: CreditSums
  /** With all earlier ones. */
  all: CreditSums
  /** By category, with all earlier ones. */
  bases: (VatCategory & { base: number })[]
  fixed: FixedTotals
}

/**
 * What a credit note comes to that credits some amounts, after earlier ones. VAT is what the rate gives, but never more
 * than the invoice has left of it, and what closes a category takes exactly that (R49); VAT in another currency likewise.
 * The rounding of the invoice is given back by the credit that closes it. Until then there is none, except that no more
 * than the invoice's payable amount is ever paid back.
 */
export function sumCredit(
  { totals, document }: PostedInvoice,
  earlier: readonly EarlierCredit[],
  parts: readonly CreditablePart[],
  amountOf: (part: CreditablePart) => number,
): SummedCredit {
  const before = earlier.map(({ fixed }) => fixed)
  const byCategory = Map.groupBy(parts, keyOfCategory)
  const rows = totals.breakdown.map((row) => {
    const own = byCategory.get(keyOfCategory(row)) ?? []
    const credited = sum(own.map(({ amount, left }) => amount - left))
    return sumCategory(row, before, credited, sum(own.map(amountOf)))
  })

  const credit = sumsOf(rows.map(({ base, vat }) => ({ base, vat })))
  const all = sumsOf(rows.map(({ baseAfter, vatAfter }) => ({ base: baseAfter, vat: vatAfter })))
  const roundingAfter = all.gross === totals.gross ? totals.rounding : Math.min(0, totals.payable - all.gross)
  const rounding = roundingAfter - sum(before.map((fixed) => fixed.rounding))
  const accounting = { whole: totals.accountingVat, rateMillionths: document.accounting?.rateMillionths ?? null }
  return {
    credit: { ...credit, payable: credit.gross + rounding },
    all: { ...all, payable: all.gross + roundingAfter },
    bases: rows.map(({ category, rate, baseAfter }) => ({ category, rate, base: baseAfter })),
    fixed: {
      vat: rows.map(({ category, rate, vat }) => ({ category, rate, vat })),
      rounding,
      accountingVat: accountingVatOf(accounting, before, credit.vat, all.vat === totals.vat),
    },
  }
}

/** Whether an amount lies between nothing and another one, which may be negative. */
export function isWithin(amount: number, whole: number): boolean {
  return clamp(amount, whole) === amount
}

function sumCategory(row: VatBreakdownRow, before: readonly FixedTotals[], credited: number, base: number) {
  const { category, rate } = row
  const fixed = before.flatMap(({ vat }) => vat.filter((other) => keyOfCategory(other) === keyOfCategory(row)))
  const vatBefore = sum(fixed.map(({ vat }) => vat))
  const baseAfter = credited + base
  const vatAfter = baseAfter === row.base ? row.vat : clamp(vatBefore + vatOf(base, rate), row.vat)
  return { category, rate, base, baseAfter, vat: vatAfter - vatBefore, vatAfter }
}

function accountingVatOf(
  { whole, rateMillionths }: { whole: number | null; rateMillionths: number | null },
  before: readonly FixedTotals[],
  vat: number,
  closes: boolean,
): number | null {
  if (whole === null || rateMillionths === null) return null
  const credited = sum(before.map(({ accountingVat }) => accountingVat ?? 0))
  return (closes ? whole : clamp(credited + convert(vat, rateMillionths), whole)) - credited
}

function sumsOf(rows: readonly { base: number; vat: number }[]) {
  const net = sum(rows.map(({ base }) => base))
  const vat = sum(rows.map((row) => row.vat))
  return { net, vat, gross: net + vat }
}

function clamp(amount: number, whole: number): number {
  return Math.min(Math.max(amount, Math.min(0, whole)), Math.max(0, whole))
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
