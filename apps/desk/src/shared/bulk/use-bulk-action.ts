import { useMutation, useQueryClient } from '@tanstack/react-query'
import { commitBulkAction, planBulkAction, undoBulkAction, type BulkAction } from '@timedesk/contracts/bulk-actions'

import { client } from '../client.ts'
import { wireDraft, type BulkDraft } from './bulk-draft.ts'
import { bulkQueries } from './bulk-queries.ts'
import { wireSelection, type BulkSelection } from './bulk-selection.ts'
import { watchBulk } from './watched-bulks.ts'

/** Judges what would become of the chosen cases; nothing is changed. */
export function usePlanBulk(selection: BulkSelection) {
  const keep = useKeep()
  return useMutation({
    mutationFn: (draft: BulkDraft) =>
      client.call(planBulkAction, { body: { selection: wireSelection(selection), changes: wireDraft(draft) } }),
    onSuccess: keep,
  })
}

/** Has it carried out, and tells of it from then on. */
export function useCommitBulk() {
  const keep = useKeep()
  return useMutation({
    mutationFn: (bulkId: string) => client.call(commitBulkAction, { params: { bulkId } }),
    onSuccess: (action) => {
      keep(action)
      watchBulk(action.id)
    },
  })
}

export function useUndoBulk(bulkId: string) {
  const keep = useKeep()
  return useMutation({
    mutationFn: () => client.call(undoBulkAction, { params: { bulkId } }),
    onSuccess: keep,
  })
}

function useKeep(): (action: BulkAction) => void {
  const queryClient = useQueryClient()
  return (action) => void queryClient.setQueryData(bulkQueries.detail(action.id).queryKey, action)
}
