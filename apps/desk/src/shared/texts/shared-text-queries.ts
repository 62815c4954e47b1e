import { queryOptions } from '@tanstack/react-query'
import { listCannedTexts } from '@timedesk/contracts/canned-texts'
import { PAGE_SIZE_MAX } from '@timedesk/contracts/limits'

import { client } from '../client.ts'
import { queryRoots } from '../query-roots.ts'

export const sharedTextQueries = {
  /** Everyone’s canned texts in use, which rules may send. */
  usable: () =>
    queryOptions({
      queryKey: [...queryRoots.cannedTexts, 'everyone'],
      queryFn: ({ signal }) =>
        Array.fromAsync(client.items(listCannedTexts, { query: { scope: 'everyone', limit: PAGE_SIZE_MAX }, signal })),
    }),
}
