import { queryOptions } from '@tanstack/react-query'
import { getMe } from '@timedesk/contracts/identity'

import { client } from '../client.ts'

export const meQueries = {
  me: () =>
    queryOptions({
      queryKey: ['me'],
      queryFn: ({ signal }) => client.call(getMe, { signal }),
      staleTime: Infinity,
    }),
}
