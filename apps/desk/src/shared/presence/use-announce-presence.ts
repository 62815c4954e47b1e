import { useQueryClient } from '@tanstack/react-query'
import { announcePresence, leaveCase, type PresenceState } from '@timedesk/contracts/presence'
import { useEffect } from 'react'

import { client } from '../client.ts'
import { newId } from '../forms/new-id.ts'
import { PRESENCE_BEAT_MS, presenceQueries } from './presence-queries.ts'

const windowId = newId()

/**
 * Says that this window has a case before it, and what is done there: at once, again while it stays so, and that it has
 * left when it goes or is put behind others. Nothing depends on it, so what fails is said again with the next beat.
 */
export function useAnnouncePresence(caseId: string, state: PresenceState): void {
  const queryClient = useQueryClient()

  useEffect(() => {
    const announce = () => {
      if (document.visibilityState !== 'visible') return
      client.call(announcePresence, { params: { caseId }, body: { windowId, state } }).then(
        ({ data }) => queryClient.setQueryData(presenceQueries.ofCase(caseId).queryKey, data),
        () => undefined,
      )
    }
    announce()
    const beat = setInterval(announce, PRESENCE_BEAT_MS)
    document.addEventListener('visibilitychange', announce)
    return () => {
      clearInterval(beat)
      document.removeEventListener('visibilitychange', announce)
    }
  }, [queryClient, caseId, state])

  useEffect(() => {
    const leave = () => {
      client.call(leaveCase, { params: { caseId }, query: { windowId } }).catch(() => undefined)
    }
    const leaveWhenHidden = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    document.addEventListener('visibilitychange', leaveWhenHidden)
    window.addEventListener('pagehide', leave)
    return () => {
      document.removeEventListener('visibilitychange', leaveWhenHidden)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [caseId])
}
