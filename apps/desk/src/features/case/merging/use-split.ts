import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { previewSplit, splitCase } from '@timedesk/contracts/case-splits'
import type { z } from 'zod'

import { caseQueries } from '../../../shared/cases/case-queries.ts'
import { client } from '../../../shared/client.ts'
import { loadProblemWords } from '../../../shared/problems/problem-words.ts'
import { viewQueries } from '../../../shared/views/view-queries.ts'

/** What splitting these messages off would do. What was seen stays in sight while others are chosen. */
export const splitPreview = (caseId: string, messageIds: readonly string[]) =>
  queryOptions({
    queryKey: [...caseQueries.all(), 'split-preview', caseId, messageIds],
    queryFn: async ({ signal }) => {
      const query = { messageIds: [...messageIds] }
      const preview = await client.call(previewSplit, { params: { caseId }, query, signal })
      if (preview.timeEntries.some(({ refusal }) => refusal !== null)) await loadProblemWords()
      return preview
    },
    staleTime: 0,
    placeholderData: keepPreviousData,
  })

/** Splits messages off; resolves with the new case. */
export function useSplit(caseId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof splitCase.body>) => client.call(splitCase, { params: { caseId }, body }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: caseQueries.all() }),
        queryClient.invalidateQueries({ queryKey: viewQueries.allCounts() }),
      ]),
  })
}
