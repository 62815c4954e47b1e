import { extranetPostReply } from '@timedesk/contracts/extranet-cases'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { caseQueries } from '../../shared/case-queries.ts'
import { client } from '../../shared/client.ts'

/** Answers a case; pending until the dialogue shows it. */
export function usePostReply(caseId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: { body: string; attachmentIds: string[] }) =>
      client.call(extranetPostReply, { params: { caseId }, body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: caseQueries.all() }),
  })
}
