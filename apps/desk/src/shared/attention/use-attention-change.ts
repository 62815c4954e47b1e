import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CaseAttention } from '@timedesk/contracts/case-attention'

import { caseQueries } from '../cases/case-queries.ts'
import { attentionQueries } from './attention-queries.ts'

/** A deed that says what the case is to the reader afterwards; lists and counts that go by it are read anew. */
export function useAttentionChange<Input>(caseId: string, run: (input: Input) => Promise<CaseAttention>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: (attention) => {
      queryClient.setQueryData(attentionQueries.ofCase(caseId).queryKey, attention)
      for (const queryKey of [caseQueries.lists(), ['case-badges'], ['case-views', 'counts']])
        void queryClient.invalidateQueries({ queryKey })
    },
  })
}
