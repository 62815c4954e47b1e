import { openLive } from '@timedesk/client/live'
import { startSessionKeeper } from '@timedesk/client/session-keeper'
import { extranetGetMe } from '@timedesk/contracts/extranet-identity'
import { extranetStreamLive } from '@timedesk/contracts/live'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { caseQueries } from './case-queries.ts'
import { client } from './client.ts'
import { noticeQueries } from './notice-queries.ts'

/** Reads again what changed on the server, for as long as somebody is signed in, and keeps the session fresh. */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient()

  useEffect(() => {
    const read = (queryKey: readonly unknown[]) => void queryClient.invalidateQueries({ queryKey })
    const keeper = startSessionKeeper(client, 'contact')
    const live = openLive(client, extranetStreamLive, {
      onMessage: ({ caseId }) => {
        read(caseQueries.lists())
        read(caseQueries.details())
        read(caseQueries.overage())
        read(noticeQueries.all())
        if (caseId !== null) {
          read(caseQueries.timeline(caseId).queryKey)
          read(caseQueries.time(caseId).queryKey)
        }
      },
      onGap: () => {
        read(caseQueries.all())
        read(noticeQueries.all())
      },
      checkSession: () => client.call(extranetGetMe),
    })
    return () => {
      live.close()
      keeper.stop()
    }
  }, [queryClient])
}
