import { queryOptions } from '@tanstack/react-query'
import { listCaseQueryValues } from '@timedesk/contracts/case-query'

import { client } from '../../../shared/client.ts'

const STALE_MS = 60_000
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

export const valueQueries = {
  /** What may stand behind a key and holds the term. */
  of: (key: string, term: string) =>
    queryOptions({
      queryKey: ['case-query-values', key, term],
      queryFn: async ({ signal }) => {
        const query = { key, ...(term.trim() !== '' && { term: term.trim() }) }
        return (await client.call(listCaseQueryValues, { query, signal })).data
      },
      staleTime: STALE_MS,
    }),
}

/** Whether a value names a thing by its id, as addresses of old and texts by hand may. */
export function isId(value: string): boolean {
  return ID.test(value)
}
