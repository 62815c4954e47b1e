import { queryOptions } from '@tanstack/react-query'
import { listSubscriptionLines, listSubscriptionPeriods } from '@timedesk/contracts/subscriptions'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

export const planQueries = {
  lines: (agreementId: string) =>
    queryOptions({
      queryKey: [...queryRoots.plans, 'lines', agreementId],
      queryFn: async ({ signal }) =>
        (await client.call(listSubscriptionLines, { params: { agreementId }, signal })).data,
    }),
  periods: (agreementId: string) =>
    pagesOf([...queryRoots.plans, 'periods', agreementId], (page, signal) =>
      client.call(listSubscriptionPeriods, { params: { agreementId }, query: page, signal }),
    ),
}
