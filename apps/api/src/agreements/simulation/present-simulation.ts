import type { Simulation } from '@timedesk/contracts/simulation'
import { amountText, toWire } from '@timedesk/domain/money/money'
import { profitOf, type Profit } from '@timedesk/domain/profit/profit'
import type { Simulated } from '@timedesk/domain/simulation/simulate'
import type { Comparison } from './simulate-agreement.ts'

/**
 * A comparison as the API shows it, in the draft's currency. Costs are the company's own and are never converted: in
 * another currency there is no profit to tell, and neither is there for who may not see costs.
 */
export function presentSimulation(
  { customer, window, draft, simulated }: Comparison,
  { showsCost }: { showsCost: boolean },
): Simulation {
  const { currency } = draft.terms
  const cost = showsCost && customer.company.currency === currency ? simulated.cost : null
  const { entries, minutes, leftOut, months, breakEven } = simulated
  const money = (minor: number) => toWire({ minor, currency })
  return {
    customer: { id: customer.id, name: customer.name },
    ...{ from: window.from, to: window.to, currency, entries, minutes, leftOut },
    today: presentSide(simulated.today, { cost, minutes, currency }),
    draft: presentSide(simulated.draft, { cost, minutes, currency }),
    difference: money(simulated.draft.total - simulated.today.total),
    breakEven: { ...breakEven, profitHoursPerMonth: cost === null ? null : breakEven.profitHoursPerMonth },
    months: months.map((month) => ({ ...month, today: money(month.today), draft: money(month.draft) })),
  }
}

function presentSide(
  side: Simulated['draft'],
  { cost, minutes, currency }: { cost: number | null; minutes: number; currency: string },
): Simulation['draft'] {
  const { fees, vouchers, time, overage, total, earned, unused, coveredMinutes, overageMinutes, billableMinutes } = side
  const money = (minor: number) => toWire({ minor, currency })
  const result = cost === null ? null : profitOf({ revenue: earned, labourCost: cost, minutes })
  return {
    charged: {
      fees: money(fees),
      vouchers: money(vouchers),
      time: money(time),
      overage: money(overage),
      total: money(total),
    },
    earned: money(earned),
    unused: money(unused),
    cost: cost === null ? null : money(cost),
    profit: result === null ? null : money(result.profit),
    margin: marginText(result),
    ...{ coveredMinutes, overageMinutes, billableMinutes },
  }
}

/** Percent of two decimals, which basis points are. */
function marginText(result: Profit | null): string | null {
  const basisPoints = result?.marginBasisPoints ?? null
  return basisPoints === null ? null : amountText(basisPoints)
}
