import { useQuery } from '@tanstack/react-query'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'

import { useMay } from '../../shared/session/use-me.ts'
import { timerQueries } from '../../shared/time/timer-queries.ts'

const RunningTimer = lazy(async () => ({ default: (await import('./running-timer.tsx')).RunningTimer }))

/** Where a running timer stands; empty while none runs. */
export function TimerSlot() {
  const may = useMay()
  const { data: timer } = useQuery({ ...timerQueries.mine(), enabled: may('time:write') })
  if (timer === undefined || timer === null) return null
  return (
    <LazyPart>
      <RunningTimer timer={timer} />
    </LazyPart>
  )
}
