import { queryOptions } from '@tanstack/react-query'
import { listNotices } from '@timedesk/contracts/notices'

import { client } from '../../shared/client.ts'

const NOTICES_SHOWN = 20

export const noticeQueries = {
  latest: () =>
    queryOptions({
      queryKey: ['notices'],
      queryFn: ({ signal }) => client.call(listNotices, { query: { limit: NOTICES_SHOWN }, signal }),
    }),
}
