import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listAgreements } from '@timedesk/contracts/agreements'
import { PAGE_SIZE_MAX } from '@timedesk/contracts/limits'
import { listRecurringCases, listRecurringRuns, previewRecurrence } from '@timedesk/contracts/recurring-cases'
import type { z } from 'zod'

import { client } from '../../shared/client.ts'
import { queryRoots } from '../../shared/query-roots.ts'

const root = queryRoots.recurringCases
type Rule = z.input<typeof previewRecurrence.body>

export const recurringQueries = {
  list: () =>
    infiniteQueryOptions({
      queryKey: [...root, 'list'],
      queryFn: ({ pageParam, signal }) => client.call(listRecurringCases, { query: pageAfter(pageParam), signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
  runs: (recurringId: string) =>
    infiniteQueryOptions({
      queryKey: [...root, 'runs', recurringId],
      queryFn: ({ pageParam, signal }) =>
        client.call(listRecurringRuns, { params: { recurringId }, query: pageAfter(pageParam), signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
  /** When it would come next; the last answer stays in sight while another rule is being written. */
  preview: (rule: Rule | null) =>
    queryOptions({
      queryKey: [...root, 'preview', rule],
      queryFn: async ({ signal }) =>
        rule === null ? [] : (await client.call(previewRecurrence, { body: rule, signal })).data,
      enabled: rule !== null,
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  /** The agreements that a case of the customer may name. */
  agreements: (customerId: string) =>
    queryOptions({
      queryKey: [...queryRoots.agreements, 'choices', customerId],
      queryFn: async ({ signal }) => {
        const query = { customerId, state: 'active', limit: PAGE_SIZE_MAX } as const
        return (await client.call(listAgreements, { query, signal })).data
      },
    }),
}

function pageAfter(after: string | undefined) {
  return after === undefined ? {} : { after }
}
