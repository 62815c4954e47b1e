import { getPoolStatement, listPoolLedger } from '@timedesk/contracts/vouchers'
import type { RouteModule } from '../../platform/http/serve.ts'
import { findLedger, findStatement } from './find-ledger.ts'

export const poolRoutes: RouteModule = (serve) => {
  serve.read(listPoolLedger, async ({ reader, deps, params, query }) => ({
    body: await findLedger(reader, deps.paging, params.poolId, query),
  }))

  serve.read(getPoolStatement, async ({ reader, params, query, now }) => ({
    body: await findStatement(reader, params.poolId, query.asOf, now),
  }))
}
