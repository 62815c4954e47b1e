import { queryOptions } from '@tanstack/react-query'

import { caseQueries } from '../../shared/cases/case-queries.ts'

// Its contract holds that of all agreements, which the page does not wait for.
const reader = () => import('./read-cover.ts')

export const coverQueries = {
  /** What pays for work on a case today; renewed with everything else of cases. */
  ofCase: (caseId: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'cover', caseId],
      queryFn: async ({ signal }) => (await reader()).readCover(caseId, signal),
    }),
  /** Entries of a case whose overage the reader may decide on. */
  waiting: (caseId: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'overage', caseId],
      queryFn: async ({ signal }) => (await reader()).readWaiting(caseId, signal),
    }),
}
