import type { Settlement } from '@timedesk/contracts/agreements'
import { listPotential, listPotentialItems, type PotentialItem } from '@timedesk/contracts/potential'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

export type PotentialFilters = { to?: string; settlement?: Settlement }
export type ItemFilters = { to?: string; state?: PotentialItem['state']; source?: PotentialItem['source'] }

export const potentialQueries = {
  list: (filters: PotentialFilters) =>
    pagesOf([...queryRoots.potential, 'list', filters], (page, signal) =>
      client.call(listPotential, { query: { ...filters, ...page }, signal }),
    ),
  items: (customerId: string, filters: ItemFilters) =>
    pagesOf([...queryRoots.potential, 'items', customerId, filters], (page, signal) =>
      client.call(listPotentialItems, { params: { customerId }, query: { ...filters, ...page }, signal }),
    ),
}
