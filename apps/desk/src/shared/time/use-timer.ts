import { useMutation, useQueryClient } from '@tanstack/react-query'
import { discardTimer, startTimer, stopTimer, type TimeDraft } from '@timedesk/contracts/time'

import { caseQueries } from '../cases/case-queries.ts'
import { client } from '../client.ts'
import { timerQueries } from './timer-queries.ts'

/** Starts the timer on a case; `replace` discards one that runs elsewhere. */
export function useStartTimer() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: { caseId: string; replace?: boolean }) => client.call(startTimer, { body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: timerQueries.mine().queryKey }),
  })
}

/** Stops the timer and registers its time. */
export function useStopTimer() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: TimeDraft) => client.call(stopTimer, { body }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: timerQueries.mine().queryKey }),
        queryClient.invalidateQueries({ queryKey: caseQueries.all() }),
      ]),
  })
}

/** Throws the running timer away. */
export function useDiscardTimer() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => client.call(discardTimer),
    onSettled: () => queryClient.invalidateQueries({ queryKey: timerQueries.mine().queryKey }),
  })
}
