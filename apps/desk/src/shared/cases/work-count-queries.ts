import { queryOptions } from '@tanstack/react-query'
import { getWorkCounts } from '@timedesk/contracts/work-list'

import { client } from '../client.ts'

export const workCountQueries = {
  all: () =>
    queryOptions({
      queryKey: ['work-counts'],
      queryFn: ({ signal }) => client.call(getWorkCounts, { signal }),
    }),
}
