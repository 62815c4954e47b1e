import { Button } from '@mantine/core'
import { IconClockPlus, IconPlayerPlay } from '@tabler/icons-react'
import { ariaKeys, useKeysOf } from '@timedesk/ui/use-shortcuts'

import { useCasePageWords } from './use-case-page-words.ts'

type TimeActionsProps = { isTimerHere: boolean; onTimer: () => void; onTime: () => void }

/** Time on the case: written down, or measured from now on. */
export function TimeActions({ isTimerHere, onTimer, onTime }: TimeActionsProps) {
  const words = useCasePageWords()
  const timeKeys = ariaKeys(useKeysOf('case.time'))
  const timerKeys = ariaKeys(useKeysOf('case.timer'))
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconClockPlus size={15} stroke={1.7} />}
        aria-keyshortcuts={timeKeys}
        onClick={onTime}
      >
        {words('addTime')}
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlayerPlay size={15} stroke={1.7} />}
        aria-keyshortcuts={timerKeys}
        disabled={isTimerHere}
        onClick={onTimer}
      >
        {words(isTimerHere ? 'timerRunning' : 'startTimer')}
      </Button>
    </>
  )
}
