import { queryOptions } from '@tanstack/react-query'
import { listCaseDrafts } from '@timedesk/contracts/drafts'

import { client } from '../../../shared/client.ts'
import { queryRoots } from '../../../shared/query-roots.ts'

export const draftQueries = {
  /** One's own drafts of a case, the shared ones, what was left behind, and what colleagues have scheduled. */
  ofCase: (caseId: string) =>
    queryOptions({
      queryKey: [...queryRoots.drafts, caseId],
      queryFn: ({ signal }) => client.call(listCaseDrafts, { params: { caseId }, signal }),
      refetchOnMount: 'always',
    }),
}
