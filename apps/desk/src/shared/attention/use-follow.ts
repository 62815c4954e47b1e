import { followCase, unfollowCase } from '@timedesk/contracts/case-attention'

import { client } from '../client.ts'
import { useTell } from '../deeds/use-tell.ts'
import { useAttention } from './use-attention.ts'
import { useAttentionChange } from './use-attention-change.ts'

/** Whether the reader follows a case, and how they follow it or no more. What fails is told in a corner. */
export function useFollow(caseId: string) {
  const { data } = useAttention(caseId)
  const tell = useTell()
  const change = useAttentionChange(caseId, (isWanted: boolean) =>
    client.call(isWanted ? followCase : unfollowCase, { params: { caseId } }),
  )
  const { onError } = tell('')
  const isFollowing = data?.isFollowing ?? false
  const set = (isWanted: boolean, onSuccess?: () => void) =>
    change.mutate(isWanted, { onError, ...(onSuccess !== undefined && { onSuccess }) })
  return {
    /** False until it is known. */
    isKnown: data !== undefined,
    isFollowing,
    isPending: change.isPending,
    set,
    toggle: () => {
      if (data !== undefined && !change.isPending) set(!isFollowing)
    },
  }
}
