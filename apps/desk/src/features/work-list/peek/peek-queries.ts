import { queryOptions } from '@tanstack/react-query'
import { listTimeline } from '@timedesk/contracts/dialogue'

import { caseQueries } from '../../../shared/cases/case-queries.ts'
import { client } from '../../../shared/client.ts'

const MESSAGES_SHOWN = 5

export const peekQueries = {
  /** The last messages of a case, the newest last. Belongs to its log, and is renewed with it. */
  messages: (caseId: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'timeline', caseId, 'peek'],
      queryFn: async ({ signal }) => {
        const { data } = await client.call(listTimeline, {
          params: { caseId },
          query: { limit: MESSAGES_SHOWN, order: 'desc', lanes: ['dialogue', 'internal'] },
          signal,
        })
        return data.flatMap((item) => (item.kind === 'reply' || item.kind === 'note' ? [item] : [])).reverse()
      },
    }),
}
