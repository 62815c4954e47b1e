import { queryOptions } from '@tanstack/react-query'
import { getTimer } from '@timedesk/contracts/time'

import { client } from '../client.ts'

export const timerQueries = {
  /** The one timer of this person; the server holds it, so it survives reloads and other devices. */
  mine: () =>
    queryOptions({
      queryKey: ['timer'],
      queryFn: async ({ signal }) => (await client.call(getTimer, { signal })).timer,
    }),
}
