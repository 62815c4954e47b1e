import { useQuery } from '@tanstack/react-query'

import { useLiveBursts } from '../live/live-provider.tsx'
import { attentionQueries } from './attention-queries.ts'

const LIVE_DELAY_MS = 1_000
/** What changes who follows a case, or takes it back to those who put it away. */
const TOUCHING = /^case\.(?:followed|unfollowed|snoozed|snooze_ended|absorbed|released)$/u

/** Who follows a case and what it is to the reader, kept true while it is shown. */
export function useAttention(caseId: string) {
  const attention = useQuery(attentionQueries.ofCase(caseId))
  useLiveBursts(
    (message) => message.caseId === caseId && TOUCHING.test(message.type),
    () => void attention.refetch(),
    LIVE_DELAY_MS,
  )
  return attention
}
