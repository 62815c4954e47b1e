import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getCase } from '@timedesk/contracts/cases'
import { listTimeline, type Lane } from '@timedesk/contracts/dialogue'

import { caseQueries } from '../../shared/cases/case-queries.ts'
import { client } from '../../shared/client.ts'

const TIMELINE_PAGE_SIZE = 30

/** What the page of one case reads; apart from the lists, whose screen is the first and has to come fast. */
export const casePageQueries = {
  /** A case by its number. */
  detail: (number: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'detail', number],
      queryFn: ({ signal }) => client.call(getCase, { params: { caseId: number }, signal }),
    }),
  timelines: (caseId: string) => [...caseQueries.all(), 'timeline', caseId] as const,
  /** The log of a case, newest page first. */
  timeline: (caseId: string, lanes: readonly Lane[]) =>
    infiniteQueryOptions({
      queryKey: [...caseQueries.all(), 'timeline', caseId, lanes],
      queryFn: ({ pageParam, signal }) =>
        client.call(listTimeline, {
          params: { caseId },
          query: {
            limit: TIMELINE_PAGE_SIZE,
            order: 'desc',
            ...(lanes.length > 0 && { lanes: [...lanes] }),
            ...(pageParam !== undefined && { after: pageParam }),
          },
          signal,
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
}
