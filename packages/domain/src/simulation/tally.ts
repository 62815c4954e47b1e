import { daysBetween, earlierOf, lastOfMonth, laterOf, addDays } from '../calendar/days.ts'
import { allocate } from '../money/allocate.ts'
import type { DatedAmount } from '../subscriptions/price.ts'
import type { Window } from './draft.ts'

const MONTH_LENGTH = 'YYYY-MM'.length

/** What work was worth: amounts in minor units, and the billable minutes that each way of paying bore. */
export type Worth = {
  /** What vouchers earned by it. */
  vouchers: number
  time: number
  overage: number
  coveredMinutes: number
  overageMinutes: number
  billableMinutes: number
}

/** One of the two that are compared, in minor units: what is charged by its kind, what is earned, what is left. */
export type Side = Worth & {
  fees: number
  /** What is charged in all. */
  total: number
  /** Vouchers by their use, the rest as it is charged. */
  earned: number
  /** Prepaid, and left at the end. */
  unused: number
}

export type Month = {
  /** `YYYY-MM`. */
  month: string
  minutes: number
  /** What each side charges. */
  today: number
  draft: number
  draftOverageMinutes: number
}

export const NO_WORTH: Worth = {
  vouchers: 0,
  time: 0,
  overage: 0,
  coveredMinutes: 0,
  overageMinutes: 0,
  billableMinutes: 0,
}

export function monthOf(day: string): string {
  return day.slice(0, MONTH_LENGTH)
}

/** The months of the calendar that a window touches, with nothing in them yet. */
export function monthsIn({ from, to }: Window): Map<string, Month> {
  const months = new Map<string, Month>()
  for (let day = from; day <= to; day = addDays(lastOfMonth(day), 1)) {
    const month = monthOf(day)
    months.set(month, { month, minutes: 0, today: 0, draft: 0, draftOverageMinutes: 0 })
  }
  return months
}

/**
 * What an amount for some days comes to in a window, by month: each day of it bears the same. The parts inside and
 * outside of the window sum to it, to the minor unit.
 */
export function shareByDays({ from, to, amount }: DatedAmount, window: Window): { month: string; amount: number }[] {
  const months: { month: string; days: number }[] = []
  for (let day = laterOf(from, window.from); day <= earlierOf(to, window.to); day = addDays(lastOfMonth(day), 1)) {
    const last = earlierOf(lastOfMonth(day), earlierOf(to, window.to))
    months.push({ month: monthOf(day), days: daysBetween(day, last) })
  }
  const before = Math.max(0, daysBetween(from, earlierOf(to, addDays(window.from, -1))))
  const after = Math.max(0, daysBetween(laterOf(from, addDays(window.to, 1)), to))
  const shares = allocate(amount, [before, ...months.map(({ days }) => days), after])
  return months.map(({ month }, index) => ({ month, amount: shares[index + 1] ?? 0 }))
}

/** Adds what one entry was worth to a sum. */
export function addWorth(sum: Worth, worth: Worth): void {
  sum.vouchers += worth.vouchers
  sum.time += worth.time
  sum.overage += worth.overage
  sum.coveredMinutes += worth.coveredMinutes
  sum.overageMinutes += worth.overageMinutes
  sum.billableMinutes += worth.billableMinutes
}
