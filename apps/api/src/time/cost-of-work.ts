import { rowInForce } from '@timedesk/domain/calendar/row-in-force'
import { costOf } from '@timedesk/domain/profit/profit'

/** What an hour costs from a day on, in minor units of the company's currency. */
export type CostRate = { validFrom: string; ratePerHour: number }

/** What work costs at its employee's rate of the day (R57), in minor units; null while none is known. */
export function costOfWork(
  { workDate, minutes }: { workDate: string; minutes: number },
  rates: readonly CostRate[],
): { costRate: number | null; cost: number | null } {
  const rate = rowInForce(rates, workDate)
  return rate === null
    ? { costRate: null, cost: null }
    : { costRate: rate.ratePerHour, cost: costOf(minutes, rate.ratePerHour) }
}
