import { noop, type QueryClient } from '@tanstack/react-query'

import { casePageQueries } from './case-page-queries.ts'

/** Reads what the page of a case begins with, so that it opens at once; what fails is read again by the page. */
export function prefetchCase(queryClient: QueryClient, { id, number }: { id: string; number: number }): void {
  queryClient.query(casePageQueries.detail(String(number))).catch(noop)
  queryClient.infiniteQuery(casePageQueries.timeline(id, [])).catch(noop)
}
