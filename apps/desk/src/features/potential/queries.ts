import { listPotential, listPotentialEntries } from '@timedesk/contracts/agreements'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

type PotentialFilters = { to?: string }

export const potentialQueries = {
  list: (filters: PotentialFilters) =>
    pagesOf([...queryRoots.potential, 'list', filters], (page, signal) =>
      client.call(listPotential, { query: { ...filters, ...page }, signal }),
    ),
  entries: (customerId: string, filters: PotentialFilters) =>
    pagesOf([...queryRoots.potential, 'entries', customerId, filters], (page, signal) =>
      client.call(listPotentialEntries, { params: { customerId }, query: { ...filters, ...page }, signal }),
    ),
}
