import { useQuery, useQueryClient } from '@tanstack/react-query'

import { useLiveBursts } from '../live/live-provider.tsx'
import { bulkQueries } from './bulk-queries.ts'

const TOLD_TOGETHER_MS = 150

/** A bulk action as it moves: asked again when it is told to have moved, and now and then where nothing is told. */
export function useBulkDetail(bulkId: string) {
  const queryClient = useQueryClient()
  useLiveBursts(
    ({ type, aboutId }) => type === 'bulk.moved' && aboutId === bulkId,
    () => void queryClient.invalidateQueries({ queryKey: bulkQueries.detail(bulkId).queryKey }),
    TOLD_TOGETHER_MS,
  )
  return useQuery(bulkQueries.detail(bulkId))
}
