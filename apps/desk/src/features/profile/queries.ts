import { queryOptions } from '@tanstack/react-query'
import { listApiTokens } from '@timedesk/contracts/api-tokens'
import { listSessions } from '@timedesk/contracts/identity'

import { client } from '../../shared/client.ts'
import { queryRoots } from '../../shared/query-roots.ts'

export const profileQueries = {
  sessions: () =>
    queryOptions({
      queryKey: [...queryRoots.sessions],
      queryFn: async ({ signal }) => (await client.call(listSessions, { signal })).data,
    }),
  apiTokens: () =>
    queryOptions({
      queryKey: [...queryRoots.apiTokens],
      queryFn: async ({ signal }) => (await client.call(listApiTokens, { signal })).data,
    }),
}
