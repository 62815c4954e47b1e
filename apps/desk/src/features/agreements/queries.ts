import { queryOptions } from '@tanstack/react-query'
import { listAgreements, type Agreement } from '@timedesk/contracts/agreements'
import { getCustomer } from '@timedesk/contracts/customers'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

type AgreementFilters = { customerId?: string; state?: Agreement['state'] }

export const agreementQueries = {
  list: (filters: AgreementFilters) =>
    pagesOf([...queryRoots.agreements, 'list', filters], (page, signal) =>
      client.call(listAgreements, { query: { ...filters, ...page }, signal }),
    ),
}

/** The customer that an agreement is made with, for its currency. */
export const partnerQueries = {
  one: (customerId: string) =>
    queryOptions({
      queryKey: [...queryRoots.customers, 'one', customerId],
      queryFn: ({ signal }) => client.call(getCustomer, { params: { customerId }, signal }),
    }),
}
