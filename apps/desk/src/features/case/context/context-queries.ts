import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getCaseContextCard, listCaseContextCards } from '@timedesk/contracts/case-context-cards'

import { client } from '../../../shared/client.ts'
import { queryRoots } from '../../../shared/query-roots.ts'

const root = queryRoots.contextCards

type CardOfCase = { caseId: string; cardId: string; version: number }

export const contextQueries = {
  /** Which cards a case has; a type or department that changes may change them. */
  list: (caseId: string, version: number) =>
    queryOptions({
      queryKey: [...root, 'of-case', caseId, 'list', version],
      queryFn: async ({ signal }) => (await client.call(listCaseContextCards, { params: { caseId }, signal })).data,
      // Those of another case may not be for this one.
      placeholderData: (before, query) => (query?.queryKey.includes(caseId) === true ? before : undefined),
    }),
  /** What a card says of a case; fresh for as long as the server gives the same answer. */
  card: ({ caseId, cardId, version }: CardOfCase) =>
    queryOptions({
      queryKey: [...root, 'of-case', caseId, cardId, version],
      queryFn: ({ signal }) => client.call(getCaseContextCard, { params: { caseId, cardId }, signal }),
      staleTime: ({ state }) => lifetimeMs(state.data?.keptUntil, state.dataUpdatedAt),
      placeholderData: keepPreviousData,
    }),
}

function lifetimeMs(keptUntil: string | undefined, readAt: number): number {
  return keptUntil === undefined ? 0 : Math.max(0, Date.parse(keptUntil) - readAt)
}
