import { daysBetween, earlierOf, firstOfMonth, lastOfMonth, laterOf, addDays } from '../calendar/days.ts'
import { allocate } from '../money/allocate.ts'

/** A number that 28, 29, 30 and 31 divide: parts of months of any length are whole in it. */
const MONTH_WEIGHT = 28 * 29 * 15 * 31

export type RecognisedMonth = {
  /** Its first day, `YYYY-MM-DD`. */
  month: string
  /** Minor units. */
  amount: number
}

/**
 * An amount for the days of a period, both inclusive, as revenue of its calendar months (R39). Whole months earn the
 * same, a part of a month its share of days; the parts sum to the amount, which may be a credit.
 * Throws a RangeError when the period has no day.
 */
export function recognise({ amount, from, to }: { amount: number; from: string; to: string }): RecognisedMonth[] {
  if (to < from) throw new RangeError('A period has at least a day')
  const months: string[] = []
  for (let month = firstOfMonth(from); month <= to; month = addDays(lastOfMonth(month), 1)) months.push(month)

  const weights = months.map((month) => {
    const last = lastOfMonth(month)
    const days = daysBetween(laterOf(month, from), earlierOf(last, to))
    return (MONTH_WEIGHT / daysBetween(month, last)) * days
  })
  const shares = allocate(amount, weights)
  return months.map((month, index) => ({ month, amount: shares[index] ?? 0 }))
}
