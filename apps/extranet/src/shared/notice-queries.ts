import { extranetListNotices } from '@timedesk/contracts/notices'
import { queryOptions } from '@tanstack/react-query'
import { client } from './client.ts'

const NOTICES_SHOWN = 20

/** How notices are read and remembered. */
export const noticeQueries = {
  all: () => ['notices'] as const,
  latest: () =>
    queryOptions({
      queryKey: [...noticeQueries.all(), 'latest'],
      queryFn: ({ signal }) => client.call(extranetListNotices, { query: { limit: NOTICES_SHOWN }, signal }),
    }),
}
