import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query'
import type { Page } from '@timedesk/client/call-input'

type ReadPage<Answer> = (query: { after?: string }, signal: AbortSignal) => Promise<Answer>

/** A list that is read page by page with the API's cursors. */
export function pagesOf<Answer extends Page<unknown>>(queryKey: QueryKey, read: ReadPage<Answer>) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam === null ? {} : { after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }: Answer) => (page.hasMore ? page.after : null),
  })
}
