import { queryOptions } from '@tanstack/react-query'
import { listAgreements } from '@timedesk/contracts/agreements'
import { getCaseCover } from '@timedesk/contracts/cover'
import { PAGE_SIZE_MAX } from '@timedesk/contracts/limits'
import { listTimeEntries } from '@timedesk/contracts/time'

import { caseQueries } from '../../shared/cases/case-queries.ts'
import { client } from '../../shared/client.ts'
import { queryRoots } from '../../shared/query-roots.ts'

export const coverQueries = {
  /** What pays for work on a case today; renewed with everything else of cases. */
  ofCase: (caseId: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'cover', caseId],
      queryFn: ({ signal }) => client.call(getCaseCover, { params: { caseId }, signal }),
    }),
  /** Entries of a case whose overage the reader may decide on. */
  waiting: (caseId: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'overage', caseId],
      queryFn: async ({ signal }) => {
        const { data } = await client.call(listTimeEntries, { query: { caseId, limit: PAGE_SIZE_MAX }, signal })
        return data.filter(({ can }) => can.decideOverage)
      },
    }),
  /** The agreements that a case of the customer may name. */
  choices: (customerId: string) =>
    queryOptions({
      queryKey: [...queryRoots.agreements, 'choices', customerId],
      queryFn: async ({ signal }) => {
        const query = { customerId, state: 'active', limit: PAGE_SIZE_MAX } as const
        return (await client.call(listAgreements, { query, signal })).data
      },
    }),
}
