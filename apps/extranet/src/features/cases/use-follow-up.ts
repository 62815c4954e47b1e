import { extranetFollowUpCase } from '@timedesk/contracts/case-links'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { caseQueries } from '../../shared/case-queries.ts'
import { client } from '../../shared/client.ts'

/** Goes on from a case that has ended, in a new one. */
export function useFollowUp(caseId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: { description: string; attachmentIds: string[] }) =>
      client.call(extranetFollowUpCase, { params: { caseId }, body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: caseQueries.all() }),
  })
}
