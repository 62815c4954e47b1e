import { queryOptions } from '@tanstack/react-query'
import { getCustomerCard, listCustomers } from '@timedesk/contracts/customers'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

type CustomerFilters = { search?: string; isActive?: boolean }

export const customerQueries = {
  list: (filters: CustomerFilters) =>
    pagesOf([...queryRoots.customers, 'list', filters], (page, signal) =>
      client.call(listCustomers, { query: { ...filters, ...page }, signal }),
    ),
  card: (customerId: string) =>
    queryOptions({
      queryKey: [...queryRoots.customers, 'card', customerId],
      queryFn: ({ signal }) => client.call(getCustomerCard, { params: { customerId }, signal }),
    }),
}
