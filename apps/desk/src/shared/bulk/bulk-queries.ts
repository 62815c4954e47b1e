import { queryOptions } from '@tanstack/react-query'
import { getBulkAction, type BulkState } from '@timedesk/contracts/bulk-actions'

import { client } from '../client.ts'
import { loadProblemWords } from '../problems/problem-words.ts'

const POLL_MS = 1_000
/** The server ends the time for undoing; this often it is asked whether it has. */
const POLL_UNDO_MS = 5_000

const moving: readonly BulkState[] = ['planning', 'running', 'undoing']

/** Many cases at once: what is planned, how far it is, and what became of it. */
export const bulkQueries = {
  detail: (bulkId: string) =>
    queryOptions({
      queryKey: ['bulk-actions', bulkId],
      queryFn: async ({ signal }) => {
        const found = await client.call(getBulkAction, { params: { bulkId }, signal })
        // The answer itself is no refusal, which would bring the words for one along.
        if ([found.plan, found.result].some((tally) => tally !== null && tally.refused > 0)) await loadProblemWords()
        return found
      },
      refetchInterval: ({ state: { data } }) => {
        if (data === undefined) return false
        if (moving.includes(data.state)) return POLL_MS
        return data.can.undo ? POLL_UNDO_MS : false
      },
    }),
}
