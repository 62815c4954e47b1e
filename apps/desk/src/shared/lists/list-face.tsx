import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { Page } from '@timedesk/client/call-input'
import { CursorList } from '@timedesk/ui/cursor-list'
import { LoadingState } from '@timedesk/ui/loading-state'
import type { ReactNode } from 'react'

import { QueryFailure } from '../problems/query-failure.tsx'

type ListFaceProps<Row> = {
  query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>
  /** What stands there when there are no rows. */
  empty: ReactNode
  children: (rows: Row[]) => ReactNode
}

/** A list with its four faces: loading, failed or refused, empty, and its rows with more to come. */
export function ListFace<Row>({ query, empty, children }: ListFaceProps<Row>) {
  if (query.isPending) return <LoadingState />
  if (query.data === undefined) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />
  const rows = query.data.pages.flatMap((page) => page.data)
  if (rows.length === 0) return empty
  return (
    <CursorList
      hasMore={query.hasNextPage}
      isLoadingMore={query.isFetchingNextPage}
      hasFailed={query.isFetchNextPageError}
      onLoadMore={() => void query.fetchNextPage()}
    >
      {children(rows)}
    </CursorList>
  )
}
