import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { mergeCase, previewMerge, unmergeCase } from '@timedesk/contracts/case-merges'
import type { Case } from '@timedesk/contracts/cases'
import type { z } from 'zod'

import { caseQueries } from '../../../shared/cases/case-queries.ts'
import { client } from '../../../shared/client.ts'
import { loadProblemWords } from '../../../shared/problems/problem-words.ts'
import { viewQueries } from '../../../shared/views/view-queries.ts'

type Choices = z.input<typeof mergeCase.body>

/** What merging one case into another would do. */
export const mergePreview = (caseId: string, intoId: string) =>
  queryOptions({
    queryKey: [...caseQueries.all(), 'merge-preview', caseId, intoId],
    queryFn: async ({ signal }) => {
      const preview = await client.call(previewMerge, { params: { caseId }, query: { intoId }, signal })
      if (preview.refusal !== null) await loadProblemWords()
      return preview
    },
    staleTime: 0,
  })

/**
 * Merges a case into another one. `onMerged` hears of the one that goes on, also when the page, which hears of the merge
 * by itself, has taken away by then what it was begun with.
 */
export function useMerge(caseId: string, onMerged: (survivor: Case) => void) {
  const refresh = useRefreshAll()
  return useMutation({
    mutationFn: (body: Choices) => client.call(mergeCase, { params: { caseId }, body }),
    onSuccess: (survivor) => {
      onMerged(survivor)
      return refresh()
    },
  })
}

/** Undoes that a case was merged. `onUnmerged` is called as `onMerged` above is. */
export function useUnmerge(caseId: string, onUnmerged: () => void) {
  const refresh = useRefreshAll()
  return useMutation({
    mutationFn: () => client.call(unmergeCase, { params: { caseId } }),
    onSuccess: () => {
      onUnmerged()
      return refresh()
    },
  })
}

/** Two cases change, with their logs and whatever stands beside them, and the lists that either is in. */
function useRefreshAll(): () => Promise<unknown> {
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: caseQueries.all() }),
      queryClient.invalidateQueries({ queryKey: viewQueries.allCounts() }),
    ])
}
