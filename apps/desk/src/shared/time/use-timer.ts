import { useMutation, useQueryClient } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import { discardTimer, pauseTimer, resumeTimer, startTimer, stopTimer } from '@timedesk/contracts/timer'
import type { z } from 'zod'

import { client } from '../client.ts'
import { timerQueries } from './timer-queries.ts'
import { touchedByTime } from './touched-by-time.ts'

/** Starts the timer on a case; `replace` discards one that runs elsewhere. */
export function useStartTimer() {
  return useTimerDeed((body: { caseId: string; replace?: boolean }) => client.call(startTimer, { body }))
}

/** Lets the timer pause, or go on. */
export function usePauseTimer() {
  return useTimerDeed((isPaused: boolean) => client.call(isPaused ? resumeTimer : pauseTimer))
}

/** Throws the running timer away. */
export function useDiscardTimer() {
  return useTimerDeed(() => client.call(discardTimer))
}

/**
 * Stops the timer and registers its time. One that another device stopped meanwhile is gone from here too.
 * `onStopped` is called even when what showed the timer is gone with it.
 */
export function useStopTimer(onStopped: () => void) {
  const queryClient = useQueryClient()
  const refreshTimer = () => queryClient.invalidateQueries({ queryKey: timerQueries.mine().queryKey })
  return useMutation({
    mutationFn: (body: z.input<typeof stopTimer.body>) => client.call(stopTimer, { body }),
    onSuccess: async () => {
      onStopped()
      const renewed = touchedByTime.map((queryKey) => queryClient.invalidateQueries({ queryKey }))
      await Promise.all([refreshTimer(), ...renewed])
    },
    onError: async (error) => {
      if (isRefusal(error, 'timer_stopped')) await refreshTimer()
    },
  })
}

function useTimerDeed<Input, Answer>(run: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSettled: () => queryClient.invalidateQueries({ queryKey: timerQueries.mine().queryKey }),
  })
}
