import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Presence } from '@timedesk/contracts/presence'

import { useLiveBursts } from '../live/live-provider.tsx'
import { PRESENCE_BEAT_MS, presenceQueries } from './presence-queries.ts'

const LIVE_DELAY_MS = 1_000
const nobody: ReadonlyMap<string, Presence[]> = new Map()

/** Who is at the cases of a list, by the case, kept true while the list is on the screen. At most the first fifty. */
export function useCasePresences(caseIds: readonly string[]): ReadonlyMap<string, Presence[]> {
  const queryClient = useQueryClient()
  const query = presenceQueries.ofCases(caseIds)
  const { data = nobody } = useQuery({ ...query, refetchInterval: 2 * PRESENCE_BEAT_MS })
  useLiveBursts(
    ({ type, caseId }) => type === 'presence.changed' && caseId !== null && caseIds.includes(caseId),
    () => void queryClient.invalidateQueries({ queryKey: query.queryKey }),
    LIVE_DELAY_MS,
  )
  return data
}
