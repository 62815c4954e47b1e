import { Button } from '@mantine/core'
import { IconClockPlus, IconPlayerPlay } from '@tabler/icons-react'

import { useTimeWords } from '../../shared/time/use-time-words.ts'

type TimeActionsProps = { isTimerHere: boolean; onTimer: () => void; onTime: () => void }

/** Time on the case: written down, or measured from now on. */
export function TimeActions({ isTimerHere, onTimer, onTime }: TimeActionsProps) {
  const words = useTimeWords()
  return (
    <div className="desk-case-actions">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconClockPlus size={15} stroke={1.7} />}
        aria-keyshortcuts="e"
        onClick={onTime}
      >
        {words('addTime')}
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlayerPlay size={15} stroke={1.7} />}
        aria-keyshortcuts="g"
        disabled={isTimerHere}
        onClick={onTimer}
      >
        {words(isTimerHere ? 'timerRunning' : 'startTimer')}
      </Button>
    </div>
  )
}
