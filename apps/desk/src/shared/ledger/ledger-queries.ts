import { queryOptions } from '@tanstack/react-query'
import { PAGE_SIZE_MAX } from '@timedesk/contracts/limits'
import { getPoolStatement, listPoolLedger, type LedgerRow } from '@timedesk/contracts/vouchers'

import { client } from '../client.ts'
import { pagesOf } from '../lists/pages-of.ts'
import { queryRoots } from '../query-roots.ts'

type LedgerFilters = { to?: string }

export const ledgerQueries = {
  /** What moved in a voucher or a quota; a voucher's pool has its id. */
  rows: (poolId: string, filters: LedgerFilters) =>
    pagesOf([...queryRoots.vouchers, 'ledger', poolId, filters], (page, signal) =>
      client.call(listPoolLedger, { params: { poolId }, query: { ...filters, ...page }, signal }),
    ),
  statement: (poolId: string, asOf: string) =>
    queryOptions({
      queryKey: [...queryRoots.vouchers, 'statement', poolId, asOf],
      queryFn: ({ signal }) => client.call(getPoolStatement, { params: { poolId }, query: { asOf }, signal }),
    }),
}

/** The whole ledger, page after page. */
export function readLedger(poolId: string): Promise<LedgerRow[]> {
  return Array.fromAsync(client.items(listPoolLedger, { params: { poolId }, query: { limit: PAGE_SIZE_MAX } }))
}
