import { extranetAskAboutTime } from '@timedesk/contracts/time-questions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { caseQueries } from '../../shared/case-queries.ts'
import { client } from '../../shared/client.ts'

/** Questions a line of time on this case; it stays pending until the case shows the question. */
export function useAskAboutTime(caseId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ entryId, question }: { entryId: string; question: string }) =>
      client.call(extranetAskAboutTime, { params: { entryId }, body: { question } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: caseQueries.time(caseId).queryKey }),
  })
}
