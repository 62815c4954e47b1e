import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { MessageDraft } from '@timedesk/contracts/drafts'
import type { ScheduledMessage } from '@timedesk/contracts/sending'

import { useLiveBursts } from '../../../shared/live/live-provider.tsx'
import { thisDevice } from './device.ts'
import { draftQueries } from './draft-queries.ts'

const LIVE_DELAY_MS = 200

/** The drafts of a case that one may see, kept true; undefined until they are known. */
export function useCaseDrafts(caseId: string): readonly MessageDraft[] | undefined {
  const queryClient = useQueryClient()
  const query = draftQueries.ofCase(caseId)
  useLiveBursts(
    (message) => {
      // The window that is written in knows what it wrote.
      const isOwn = message.aboutId === thisDevice().id && document.hasFocus()
      return message.type === 'draft.changed' && message.caseId === caseId && !isOwn
    },
    () => void queryClient.invalidateQueries({ queryKey: query.queryKey }),
    LIVE_DELAY_MS,
  )
  return useQuery(query).data?.data
}

/** What colleagues are about to send on a case. */
export function useScheduledByOthers(caseId: string): readonly ScheduledMessage[] {
  return useQuery(draftQueries.ofCase(caseId)).data?.scheduled ?? []
}
