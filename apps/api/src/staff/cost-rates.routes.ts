import { listCostRates, removeCostRate as remove, setCostRate as set } from '@timedesk/contracts/cost-rates'
import type { RouteModule } from '../platform/http/serve.ts'
import { removeCostRate, setCostRate } from './change-cost-rates.ts'
import { findCostRates } from './find-cost-rates.ts'

export const costRateRoutes: RouteModule = (serve) => {
  serve.read(listCostRates, async ({ reader, params }) => ({ body: await findCostRates(reader, params.employeeId) }))

  serve.write(set, async ({ tx, context, params, body }) => {
    await setCostRate(tx, context, { ...params, ...body })
    return { body: await findCostRates(tx, params.employeeId) }
  })

  serve.write(remove, async ({ tx, context, params }) => {
    await removeCostRate(tx, context, params)
    return { body: undefined }
  })
}
