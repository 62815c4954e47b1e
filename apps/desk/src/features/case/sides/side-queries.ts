import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listSideAddresses, listSideConversations, listSideMessages } from '@timedesk/contracts/side-conversations'

import { client } from '../../../shared/client.ts'
import { besideQueries } from '../beside-queries.ts'

const MESSAGES_SHOWN = 20

/** What was asked outside about a case. It is read anew with whatever else stands beside the case. */
export const sideQueries = {
  of: (caseId: string) =>
    queryOptions({
      queryKey: [...besideQueries.of(caseId), 'sides'],
      queryFn: async ({ signal }) => (await client.call(listSideConversations, { params: { caseId }, signal })).data,
    }),
  /** Newest first. */
  messages: (caseId: string, conversationId: string) =>
    infiniteQueryOptions({
      queryKey: [...besideQueries.of(caseId), 'sides', conversationId],
      queryFn: ({ pageParam, signal }) => {
        const query = { limit: MESSAGES_SHOWN, ...(pageParam !== undefined && { after: pageParam }) }
        return client.call(listSideMessages, { params: { conversationId }, query, signal })
      },
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ page }) => page.after ?? undefined,
    }),
  addresses: (term: string) =>
    queryOptions({
      queryKey: ['side-addresses', term],
      queryFn: async ({ signal }) =>
        (await client.call(listSideAddresses, { query: term === '' ? {} : { search: term }, signal })).data,
      placeholderData: keepPreviousData,
    }),
}
