import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { search, type SearchAnswer, type SearchKind } from '@timedesk/contracts/search'

import { client } from '../../shared/client.ts'

const CASES_PER_PAGE = 20

export type SearchFilters = { q: string; kinds?: SearchKind[]; isActive?: boolean }

export const searchQueries = {
  everything: (filters: SearchFilters) =>
    infiniteQueryOptions({
      queryKey: ['search', filters],
      queryFn: ({ pageParam, signal }) => {
        const page = { limit: CASES_PER_PAGE, ...(pageParam !== null && { after: pageParam }) }
        return client.call(search, { query: { ...filters, ...page }, signal })
      },
      initialPageParam: null as string | null,
      getNextPageParam: ({ page }: SearchAnswer) => (page.hasMore ? page.after : null),
      enabled: filters.q !== '',
      placeholderData: keepPreviousData,
    }),
}
