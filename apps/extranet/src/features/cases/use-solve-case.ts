import { extranetSolveCase } from '@timedesk/contracts/extranet-cases'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { caseQueries } from '../../shared/case-queries.ts'
import { client } from '../../shared/client.ts'

/** Says that a case is solved; pending until the screen shows it. */
export function useSolveCase(caseId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => client.call(extranetSolveCase, { params: { caseId } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: caseQueries.all() }),
  })
}
