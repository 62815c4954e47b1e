import { earlierOf } from '@timedesk/domain/calendar/days'
import { missingPeriods } from '@timedesk/domain/subscriptions/missing-periods'
import { priceOfPeriod } from '@timedesk/domain/subscriptions/price'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { findPlan, tilesOf } from './find-plan.ts'
import { storePeriods } from './store-periods.ts'

/**
 * Leaves out what of a plan is not made yet, through a day: the agreement was suspended so long (R36). These stretches
 * charge nothing and bring no quota, and keep the plan without a gap. What was charged before stays charged.
 */
export async function pausePeriods(
  tx: Tx,
  context: Context,
  { agreementId, through }: { agreementId: string; through: string },
): Promise<void> {
  for (const line of await findPlan(tx, { agreementId })) {
    const endsOn = line.endsOn === null ? through : earlierOf(line.endsOn, through)
    const left = missingPeriods(line.plan, { until: through, endsOn }, tilesOf(line))
    const drafts = left.flatMap((period) => {
      const price = priceOfPeriod(period, line.prices)
      if (price === null) return []
      const { quantity, unitPrice } = price
      return [
        { ...period, line, kind: 'regular' as const, chargedDays: 0, quantity, unitPrice, amount: 0, quota: null },
      ]
    })
    await storePeriods(tx, context, drafts)
  }
}
