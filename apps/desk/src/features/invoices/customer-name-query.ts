import { queryOptions, skipToken } from '@tanstack/react-query'
import { getCustomer } from '@timedesk/contracts/customers'

import { client } from '../../shared/client.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** The name of the customer that a list is filtered by. */
export function customerNameQuery(customerId: string | undefined) {
  return queryOptions({
    queryKey: [...queryRoots.customers, 'name', customerId ?? 'none'],
    queryFn:
      customerId === undefined
        ? skipToken
        : async ({ signal }) => (await client.call(getCustomer, { params: { customerId }, signal })).name,
  })
}
