import { queryOptions } from '@tanstack/react-query'
import { listCaseFields } from '@timedesk/contracts/custom-fields'

import { client } from '../client.ts'
import { settingQueries } from '../settings/setting-queries.ts'

const STALE_MS = 5 * 60_000

export const customFieldQueries = {
  /** The fields of a form for cases of a type, or of none. */
  forType: (typeId: string | null) =>
    queryOptions({
      queryKey: [...settingQueries.all(), 'case-fields', typeId ?? 'none'],
      queryFn: async ({ signal }) =>
        (await client.call(listCaseFields, { query: { typeId: typeId ?? 'none' }, signal })).data,
      staleTime: STALE_MS,
    }),
  /** Every active field, for filters. */
  all: () =>
    queryOptions({
      queryKey: [...settingQueries.all(), 'case-fields', 'all'],
      queryFn: async ({ signal }) => (await client.call(listCaseFields, { query: {}, signal })).data,
      staleTime: STALE_MS,
    }),
}
