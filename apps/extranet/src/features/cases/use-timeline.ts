import type { ExtranetTimelineItem } from '@timedesk/contracts/extranet-cases'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { caseQueries } from '../../shared/case-queries.ts'

/** The dialogue of a case, oldest first, of which the latest part is read first. */
export function useTimeline(caseId: string) {
  const query = useInfiniteQuery(caseQueries.timeline(caseId))
  const items = useMemo(
    (): ExtranetTimelineItem[] => (query.data?.pages.flatMap((page) => page.data) ?? []).toReversed(),
    [query.data],
  )
  return { query, items }
}
