import { addDays, laterOf } from '../calendar/days.ts'
import type { PlanLine } from './periods.ts'
import { creditOfUnused, type DatedAmount } from './price.ts'

/** A charge of a line and the day on which it is due. Supplements end with the period that they belong to. */
export type Charge = DatedAmount & { dueOn: string }

/** A plan that ends: its last day, and whether paid days after it are given back. */
export type EndingPlan = Pick<PlanLine, 'timing' | 'prorate'> & { lastDay: string; creditsUnused: boolean }

/** What is given back for days after the end: a positive amount of minor units, one for each period. */
export type Credit = Charge

/**
 * What a plan that ends gives back (R36). A period that begins after the last day is given back whole: it was charged
 * ahead of time, and is not wanted. Of the period that runs, the days that are left are given back if the agreement
 * says so, or if it would be paid only after it and by its days.
 */
export function creditsAtEnd(charges: readonly Charge[], plan: EndingPlan): Credit[] {
  const { lastDay } = plan
  const after = charges.filter(({ to }) => to > lastDay)
  const periods = Map.groupBy(after, ({ to }) => to)
  return [...periods].flatMap(([to, parts]) => {
    const amount = parts.reduce((sum, part) => sum + givenBack(part, plan), 0)
    if (amount === 0) return []
    const [first] = parts.toSorted((one, other) => (one.from < other.from ? -1 : 1))
    const from = laterOf(first?.from ?? to, addDays(lastDay, 1))
    const isRunning = first !== undefined && first.from <= lastDay
    const dueOn = isRunning && plan.timing === 'advance' ? from : (first?.dueOn ?? from)
    return [{ from, to, amount, dueOn }]
  })
}

function givenBack(charge: Charge, { lastDay, creditsUnused, timing, prorate }: EndingPlan): number {
  if (charge.from > lastDay) return charge.amount
  return creditsUnused || (timing === 'arrears' && prorate) ? creditOfUnused(charge, lastDay) : 0
}
