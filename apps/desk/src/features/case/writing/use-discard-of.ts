import { useMutation } from '@tanstack/react-query'
import { discardDraft, discardSharedDraft, type MessageDraft } from '@timedesk/contracts/drafts'

import { client } from '../../../shared/client.ts'
import { ifMatch } from '../../../shared/if-match.ts'
import { useReplaceDraft } from './use-kept-draft.ts'

/** Discards a draft of a merged case once its words are here. */
export function useDiscardOf(caseId: string) {
  const replace = useReplaceDraft(caseId)
  return useMutation({
    mutationFn: async ({ id, kind, isShared, version, case: { id: otherId } }: MessageDraft) => {
      const route = isShared ? discardSharedDraft : discardDraft
      await client.call(route, { params: { caseId: otherId, kind }, headers: ifMatch(version) })
      await replace((draft) => draft.id === id, null)
    },
  })
}
