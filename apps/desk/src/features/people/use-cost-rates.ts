import { removeCostRate, setCostRate } from '@timedesk/contracts/cost-rates'

import { caseQueries } from '../../shared/cases/case-queries.ts'
import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { wireAmount } from '../../shared/forms/wire-rate.ts'
import { queryRoots } from '../../shared/query-roots.ts'

const touches = [queryRoots.costRates, queryRoots.timeEntries, caseQueries.all()]

type CostFrom = { employeeId: string; validFrom: string }

/** Sets what an hour of an employee costs from a day on; work from then on costs anew. Costs are in `currency`. */
export function useSetCostRate(currency: string) {
  return useChange(
    ({ ratePerHour, ...params }: CostFrom & { ratePerHour: string }) =>
      client.call(setCostRate, { params, body: { ratePerHour: wireAmount(ratePerHour, currency) } }),
    touches,
  )
}

/** Takes a cost away, so that the one before holds on. */
export function useRemoveCostRate() {
  return useChange((params: CostFrom) => client.call(removeCostRate, { params }), touches)
}
