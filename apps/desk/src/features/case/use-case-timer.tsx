import { isRefusal } from '@timedesk/client/api-error'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'

import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { timerQueries } from '../../shared/time/timer-queries.ts'
import { useStartTimer } from '../../shared/time/use-timer.ts'

const TimerQuestion = lazy(async () => ({ default: (await import('./timer-question.tsx')).TimerQuestion }))

/** Starts the timer on a case; asks what becomes of another one that runs elsewhere. */
export function useCaseTimer(subject: Case) {
  const start = useStartTimer()
  const { data: timer } = useQuery({ ...timerQueries.mine(), enabled: subject.can.registerTime })
  const isRunningHere = timer?.case?.id === subject.id
  const collides = isRefusal(start.error, 'timer_running') && !isRunningHere
  const startHere = () => start.mutate({ caseId: subject.id })

  return {
    isRunningHere,
    start: () => {
      if (!isRunningHere) startHere()
    },
    question: collides ? (
      <LazyPart fallback={<HoldKeys />}>
        <TimerQuestion
          timer={timer ?? null}
          onStart={startHere}
          onReplace={() => start.mutate({ caseId: subject.id, replace: true })}
          onClose={start.reset}
        />
      </LazyPart>
    ) : (
      <ProblemNotice error={start.error} onClose={start.reset} />
    ),
  }
}
