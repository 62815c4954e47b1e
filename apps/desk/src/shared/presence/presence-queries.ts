import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getCasePresence, listCasePresences, type Presence } from '@timedesk/contracts/presence'

import { client } from '../client.ts'

/** As often as somebody who is still there says so; whoever left without a word is gone soon after. */
export const PRESENCE_BEAT_MS = 20_000
/** As many cases as one request may name. */
const CASES_PER_REQUEST_MAX = 50

const all = () => ['presence'] as const

export const presenceQueries = {
  all,
  /** Who is at one case, the reader too. */
  ofCase: (caseId: string) =>
    queryOptions({
      queryKey: [...all(), 'case', caseId],
      queryFn: async ({ signal }): Promise<Presence[]> =>
        (await client.call(getCasePresence, { params: { caseId }, signal })).data,
    }),
  /** Who is at several cases, by the case. */
  ofCases: (caseIds: readonly string[]) => {
    const asked = caseIds.slice(0, CASES_PER_REQUEST_MAX)
    return queryOptions({
      queryKey: [...all(), 'cases', asked],
      queryFn: async ({ signal }) => {
        const { data } = await client.call(listCasePresences, { query: { caseIds: asked }, signal })
        return new Map(data.map(({ caseId, people }) => [caseId, people]))
      },
      enabled: asked.length > 0,
      placeholderData: keepPreviousData,
    })
  },
}
