import { notifications } from '@mantine/notifications'
import type { Timer } from '@timedesk/contracts/timer'
import { useState } from 'react'

import { dayIn } from '../day-in.ts'
import { useMe } from '../session/use-me.ts'
import { TimeDialog } from './time-dialog.tsx'
import { timerMinutes } from './timer-seconds.ts'
import { useTimeWords } from './use-time-words.ts'
import { useStopTimer } from './use-timer.ts'

type StopTimerDialogProps = { timer: Timer; onClose: () => void; onStopped?: () => void }

/** What a timer measured, to be looked over before it is registered; the timer goes on until then. */
export function StopTimerDialog({ timer, onClose, onStopped }: StopTimerDialogProps) {
  const words = useTimeWords()
  const { company } = useMe()
  const [now] = useState(() => Date.now())
  const stop = useStopTimer(() => {
    notifications.show({ message: words('registered') })
    onClose()
    onStopped?.()
  })
  const minutes = timerMinutes(timer, now)
  const dayOf = (instant: Date) => dayIn(company.timeZone, instant)
  const isOverMidnight = dayOf(new Date(timer.startedAt)) !== dayOf(new Date(now))

  return (
    <TimeDialog
      title={words('stopTimer')}
      caseId={timer.case?.id}
      start={{ minutes, activityTypeId: timer.activityType?.id ?? null, internalText: timer.text }}
      hint={isOverMidnight ? words('overMidnight') : undefined}
      onClose={onClose}
      isPending={stop.isPending}
      error={stop.error}
      onRegister={({ minutes: typed, ...draft }, form) => {
        // Minutes make one entry of it; left as they were measured, a night becomes a part for each day.
        const isAsMeasured = isOverMidnight && form.minutes === minutes && form.workDate === null
        stop.mutate({ ...draft, ...(typed !== undefined && !isAsMeasured && { minutes: typed }) })
      }}
    />
  )
}
