import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getTimelineCounts, listTimeline, type Lane } from '@timedesk/contracts/dialogue'

import { caseDetailQueries } from '../../shared/cases/case-detail-queries.ts'
import { caseQueries } from '../../shared/cases/case-queries.ts'
import { client } from '../../shared/client.ts'

const TIMELINE_PAGE_SIZE = 30

/** What the page of one case reads; apart from the lists, whose screen is the first and has to come fast. */
export const casePageQueries = {
  ...caseDetailQueries,
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
  /** How many items each lane of the log holds. */
  counts: (caseId: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'timeline', caseId, 'counts'],
      queryFn: ({ signal }) => client.call(getTimelineCounts, { params: { caseId }, signal }),
    }),
}
