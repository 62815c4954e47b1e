import { addDays, daysBetween, earlierOf, laterOf } from '../calendar/days.ts'
import { periodsOf } from './periods.ts'
import type { Period, PlanLine } from './periods.ts'

/** A stretch of a line's plan that is settled: charged, or left out while the agreement was suspended. */
export type SettledStretch = Pick<Period, 'to' | 'wholeFrom' | 'chargedDays'>

type Range = Parameters<typeof periodsOf>[1]

/**
 * The periods that exist by a day and are not settled yet, so that what is settled and what is missing tile the plan
 * (R31). They are those of `periodsOf`, save that of a whole period which is settled in part only the rest is missing:
 * its end moved on after it was charged, or its beginning lay in a suspension. The rest costs its days; of a line that
 * is not prorated it costs what of the price is not charged yet.
 */
export function missingPeriods(line: PlanLine, range: Range, settled: readonly SettledStretch[]): Period[] {
  const last = settled.reduce((latest, { to }) => laterOf(latest, to), '')
  return periodsOf(line, range).flatMap((period) => {
    if (period.from > last) return [period]
    if (period.to <= last) return []
    const rest = restOf(line, period, { from: addDays(last, 1), settled })
    return earlierOf(rest.from, rest.dueOn) > range.until ? [] : [rest]
  })
}

function restOf(
  line: PlanLine,
  period: Period,
  { from, settled }: { from: string; settled: readonly SettledStretch[] },
): Period {
  const charged = settled
    .filter(({ wholeFrom }) => wholeFrom === period.wholeFrom)
    .reduce((sum, { chargedDays }) => sum + chargedDays, 0)
  const chargedDays = line.prorate ? daysBetween(from, period.to) : Math.max(0, period.wholeDays - charged)
  const dueOn = line.timing === 'advance' ? addDays(from, -line.leadDays) : period.dueOn
  return { ...period, from, chargedDays, dueOn }
}
