import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Presence } from '@timedesk/contracts/presence'

import { useLiveBursts } from '../live/live-provider.tsx'
import { PRESENCE_BEAT_MS, presenceQueries } from './presence-queries.ts'

const LIVE_DELAY_MS = 150
const nobody: readonly Presence[] = []

/** Who is at a case, the reader too, kept true while it is on the screen. */
export function useCasePresence(caseId: string): readonly Presence[] {
  const queryClient = useQueryClient()
  const query = presenceQueries.ofCase(caseId)
  // Whoever vanished without a word is forgotten by the server; nobody tells that it did.
  const { data = nobody } = useQuery({ ...query, refetchInterval: 2 * PRESENCE_BEAT_MS })
  useLiveBursts(
    (message) => message.type === 'presence.changed' && message.caseId === caseId,
    () => void queryClient.invalidateQueries({ queryKey: query.queryKey }),
    LIVE_DELAY_MS,
  )
  return data
}
