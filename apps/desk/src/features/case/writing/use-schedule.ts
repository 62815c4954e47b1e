import { useMutation } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import type { Case } from '@timedesk/contracts/cases'
import { scheduleDraft, scheduleSharedDraft } from '@timedesk/contracts/scheduled-messages'
import type { SendOptions } from '@timedesk/contracts/sending'

import { client } from '../../../shared/client.ts'
import { ifMatch } from '../../../shared/if-match.ts'
import { useRefreshCase } from '../use-move-case.ts'
import { useReplaceDraft, type DraftSlot } from './use-kept-draft.ts'
import { useTellScheduled } from './use-tell-scheduled.ts'
import { useTellUnsent } from './use-tell-unsent.ts'

type Scheduled = {
  version: number
  /** Left out: as soon as it cannot be called back any more. */
  sendAt: string | undefined
  options: SendOptions
}

/**
 * Has a draft sent by the server: at a time, or once it can no longer be called back. What came of it is told wherever
 * one is by then.
 */
export function useSchedule(subject: Case, { caseId, kind, isShared }: DraftSlot) {
  const refresh = useRefreshCase(subject)
  const replace = useReplaceDraft(caseId)
  const tellScheduled = useTellScheduled()
  const tellUnsent = useTellUnsent(subject, kind)
  return useMutation({
    mutationFn: ({ version, sendAt, options }: Scheduled) =>
      client.call(isShared ? scheduleSharedDraft : scheduleDraft, {
        params: { caseId, kind },
        body: { ...(sendAt !== undefined && { sendAt }), ...options },
        headers: ifMatch(version),
      }),
    onMutate: () => Date.now(),
    onSuccess: (answer, _scheduled, askedAt) => {
      tellScheduled(answer, askedAt)
      void replace(({ id }) => id === answer.id, answer)
    },
    // The move may take more by now than it did: the case says what.
    onError: async (error) => {
      tellUnsent({ error })
      if (isRefusal(error)) await refresh()
    },
  })
}
