import { queryOptions } from '@tanstack/react-query'
import { getContextCard, listContextCards } from '@timedesk/contracts/context-cards'

import { client } from '../../shared/client.ts'
import { queryRoots } from '../../shared/query-roots.ts'

const root = queryRoots.contextCards

export const cardSettingQueries = {
  list: () =>
    queryOptions({
      queryKey: [...root, 'list'],
      queryFn: async ({ signal }) => (await client.call(listContextCards, { signal })).data,
    }),
  detail: (cardId: string) =>
    queryOptions({
      queryKey: [...root, 'card', cardId],
      queryFn: ({ signal }) => client.call(getContextCard, { params: { cardId }, signal }),
    }),
}
