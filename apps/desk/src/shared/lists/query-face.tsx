import type { UseQueryResult } from '@tanstack/react-query'
import { LoadingState } from '@timedesk/ui/loading-state'
import type { ReactNode } from 'react'

import { QueryFailure } from '../problems/query-failure.tsx'

type QueryFaceProps<Answer> = { query: UseQueryResult<Answer>; rows?: number; children: (answer: Answer) => ReactNode }

/** One answer with its faces: loading, failed or refused, and there. */
export function QueryFace<Answer>({ query, rows = 6, children }: QueryFaceProps<Answer>) {
  if (query.isPending) return <LoadingState rows={rows} />
  if (query.data === undefined) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />
  return children(query.data)
}
