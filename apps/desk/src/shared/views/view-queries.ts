import { queryOptions } from '@tanstack/react-query'

const COUNTS_STALE_MS = 30_000

// The list of the first screen is asked for first; what views there are comes aside.
const readers = () => import('./read-views.ts')

/** The views of the work list and how much stands in them. */
export const viewQueries = {
  root: ['case-views'] as const,
  allCounts: () => ['case-views', 'counts'] as const,
  all: () =>
    queryOptions({
      queryKey: ['case-views', 'list'],
      queryFn: async ({ signal }) => (await readers()).readViews(signal),
    }),
  counts: (ids: readonly string[]) =>
    queryOptions({
      queryKey: ['case-views', 'counts', ids],
      queryFn: async ({ signal }) => (await readers()).readCounts(ids, signal),
      staleTime: COUNTS_STALE_MS,
    }),
}
