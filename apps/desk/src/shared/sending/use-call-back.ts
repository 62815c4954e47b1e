import { useMutation, useQueryClient } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import { callBackDraft, callBackSharedDraft } from '@timedesk/contracts/scheduled-messages'
import type { DraftKind } from '@timedesk/contracts/drafts'

import { client } from '../client.ts'
import { queryRoots } from '../query-roots.ts'

/** Each happens wherever one is by then. */
type Outcome = { onBack?: () => void; onFailed?: (error: unknown) => void }

/** Makes a draft again of what is to go out. */
export function useCallBack(caseId: string, { onBack, onFailed }: Outcome = {}) {
  const queryClient = useQueryClient()
  const renew = () => queryClient.invalidateQueries({ queryKey: [...queryRoots.drafts, caseId] })
  return useMutation({
    mutationFn: ({ kind, isShared }: { kind: DraftKind; isShared: boolean }) =>
      client.call(isShared ? callBackSharedDraft : callBackDraft, { params: { caseId, kind } }),
    onSuccess: async () => {
      await renew()
      onBack?.()
    },
    onError: async (error) => {
      onFailed?.(error)
      // It is out already.
      if (isRefusal(error)) await renew()
    },
  })
}
