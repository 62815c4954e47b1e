import { extranetListSessions } from '@timedesk/contracts/extranet-identity'
import { queryOptions } from '@tanstack/react-query'
import { client } from '../../shared/client.ts'

/** Where the contact is signed in. */
export const sessionQueries = {
  all: () =>
    queryOptions({
      queryKey: ['sessions'],
      queryFn: ({ signal }) => client.call(extranetListSessions, { signal }),
    }),
}
