import {
  extranetGetAgreement,
  extranetListAgreements,
  extranetListStatement,
} from '@timedesk/contracts/extranet-agreements'
import { extranetListVoucherOrders } from '@timedesk/contracts/voucher-orders'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { client } from '../../shared/client.ts'

const STATEMENT_PAGE_SIZE = 50

/** How agreements and statements are read and remembered. */
export const agreementQueries = {
  all: () => ['agreements'] as const,
  list: () =>
    queryOptions({
      queryKey: [...agreementQueries.all(), 'list'],
      queryFn: ({ signal }) => client.call(extranetListAgreements, { signal }),
    }),
  detail: (agreementId: string) =>
    queryOptions({
      queryKey: [...agreementQueries.all(), 'detail', agreementId],
      queryFn: ({ signal }) => client.call(extranetGetAgreement, { params: { agreementId }, signal }),
    }),
  /** What was ordered under it, latest first, and what can be. */
  orders: (agreementId: string) =>
    queryOptions({
      queryKey: [...agreementQueries.all(), 'orders', agreementId],
      queryFn: ({ signal }) => client.call(extranetListVoucherOrders, { params: { agreementId }, signal }),
    }),
  /** What moved in a voucher or quota, latest first; up to a day when one is given. */
  statement: (poolId: string, to: string | undefined) =>
    infiniteQueryOptions({
      queryKey: [...agreementQueries.all(), 'statement', poolId, to],
      queryFn: ({ pageParam, signal }) =>
        client.call(extranetListStatement, {
          params: { poolId },
          query: { to, limit: STATEMENT_PAGE_SIZE, after: pageParam },
          signal,
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
}
