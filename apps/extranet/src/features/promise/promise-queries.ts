import { queryOptions } from '@tanstack/react-query'
import { extranetGetCaseClocks } from '@timedesk/contracts/clocks'
import { caseQueries } from '../../shared/case-queries.ts'
import { client } from '../../shared/client.ts'

export const promiseQueries = {
  /** Below the details of cases, so that it is read anew when a case changes. */
  ofCase: (caseId: string) =>
    queryOptions({
      queryKey: [...caseQueries.details(), 'promise', caseId],
      queryFn: ({ signal }) => client.call(extranetGetCaseClocks, { params: { caseId }, signal }),
    }),
}
