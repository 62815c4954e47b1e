import type { Settlement } from '@timedesk/contracts/agreements'
import {
  listPotential,
  listPotentialItems,
  listPotentialMarks,
  type PotentialItem,
  type PotentialMark,
} from '@timedesk/contracts/potential'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

export type PotentialFilters = { to?: string; settlement?: Settlement; by?: 'customer' | 'agreement' }
export type ItemFilters = {
  to?: string
  state?: PotentialItem['state']
  source?: PotentialItem['source']
  agreementId?: string
}
export type MarkFilters = { kind?: PotentialMark['kind']; isReleased?: boolean }

export const potentialQueries = {
  list: (filters: PotentialFilters) =>
    pagesOf([...queryRoots.potential, 'list', filters], (page, signal) =>
      client.call(listPotential, { query: { ...filters, ...page }, signal }),
    ),
  items: (customerId: string, filters: ItemFilters) =>
    pagesOf([...queryRoots.potential, 'items', customerId, filters], (page, signal) =>
      client.call(listPotentialItems, { params: { customerId }, query: { ...filters, ...page }, signal }),
    ),
  marks: (filters: MarkFilters) =>
    pagesOf([...queryRoots.potential, 'marks', filters], (page, signal) =>
      client.call(listPotentialMarks, { query: { ...filters, ...page }, signal }),
    ),
}
