import { extranetDecideOverage } from '@timedesk/contracts/time-questions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { caseQueries } from '../../shared/case-queries.ts'
import { client } from '../../shared/client.ts'

type Decision = { entryId: string; verdict: 'accepted' | 'declined'; reason: string }

const SETTLING_MS = 2_000

/** Accepts or declines work beyond the agreement on this case. */
export function useDecideOverage(caseId: string) {
  const queryClient = useQueryClient()
  const renew = () =>
    Promise.all(
      [caseQueries.time(caseId).queryKey, caseQueries.overage()].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    )
  return useMutation({
    mutationFn: ({ entryId, ...body }: Decision) => client.call(extranetDecideOverage, { params: { entryId }, body }),
    // The decision is carried out just after its answer, so what became of the line is read once more.
    onSuccess: () => {
      setTimeout(() => void renew(), SETTLING_MS)
      return renew()
    },
  })
}
