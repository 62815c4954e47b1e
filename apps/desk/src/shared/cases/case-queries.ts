import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { listCases } from '@timedesk/contracts/work-list'
import type { z } from 'zod'

import { client } from '../client.ts'

/** What the list of cases can be asked for. */
export type CaseListQuery = Omit<z.input<typeof listCases.query>, 'after' | 'limit' | 'count'>

const LIST_PAGE_SIZE = 50

export const caseQueries = {
  all: () => ['cases'] as const,
  lists: () => ['cases', 'list'] as const,
  list: (filters: CaseListQuery) =>
    infiniteQueryOptions({
      queryKey: ['cases', 'list', filters],
      queryFn: ({ pageParam, signal }) => readCases(filters, pageParam, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
  /** The top of the list as it is now, apart from what is on the screen. */
  arrivals: (filters: CaseListQuery) =>
    queryOptions({
      queryKey: ['cases', 'arrivals', filters],
      queryFn: ({ signal }) => readCases(filters, undefined, signal),
      staleTime: 0,
      gcTime: 0,
    }),
}

function readCases(filters: CaseListQuery, after: string | undefined, signal: AbortSignal) {
  const query = { ...filters, limit: LIST_PAGE_SIZE, ...(after !== undefined && { after }) }
  return client.call(listCases, { query, signal })
}
