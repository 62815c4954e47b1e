import { queryOptions } from '@tanstack/react-query'
import { caseQueries } from '../../shared/case-queries.ts'

/**
 * Work beyond the agreements that one can decide on, over all cases. What it takes to read it is fetched with the
 * question, so that the first load does not carry it.
 */
export function overageQuery() {
  return queryOptions({
    queryKey: caseQueries.overage(),
    queryFn: async ({ signal }) => (await import('./read-overage.ts')).readOverage(signal),
  })
}
