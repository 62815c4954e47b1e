import { queryOptions } from '@tanstack/react-query'
import { getCaseAttention, listSnoozeChoices } from '@timedesk/contracts/case-attention'

import { caseQueries } from '../cases/case-queries.ts'
import { client } from '../client.ts'

export const attentionQueries = {
  /** Who follows a case, and what it is to the reader. */
  ofCase: (caseId: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'attention', caseId],
      queryFn: ({ signal }) => client.call(getCaseAttention, { params: { caseId }, signal }),
    }),
  /** Moments that go by while one looks, so they are asked for each time. */
  snoozeChoices: () =>
    queryOptions({
      queryKey: ['snooze-choices'],
      queryFn: async ({ signal }) => (await client.call(listSnoozeChoices, { signal })).data,
      staleTime: 0,
      gcTime: 0,
      retry: false,
    }),
}
