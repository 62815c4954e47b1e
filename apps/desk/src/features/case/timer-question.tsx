import { Button, Group, Modal, Text } from '@mantine/core'
import type { Timer } from '@timedesk/contracts/timer'
import { useState } from 'react'

import { StopTimerDialog } from '../../shared/time/stop-timer-dialog.tsx'
import { caseName } from '../../shared/time/time-subject.ts'
import { useTimeWords } from '../../shared/time/use-time-words.ts'

type TimerQuestionProps = {
  /** The one that runs elsewhere; null when it was stopped meanwhile. */
  timer: Timer | null
  onStart: () => void
  /** Starts here and throws away what runs elsewhere. */
  onReplace: () => void
  onClose: () => void
}

/** What becomes of a timer that runs elsewhere when one is to start here. */
export function TimerQuestion({ timer, onStart, onReplace, onClose }: TimerQuestionProps) {
  const words = useTimeWords()
  const [isStopping, setIsStopping] = useState(false)
  const running = timer?.case === null || timer?.case === undefined ? words('elsewhere') : caseName(timer.case)
  return (
    <>
      <Modal opened={!isStopping} onClose={onClose} title={words('startTimer')} size="lg">
        <Text size="sm">{words('timerRunsOn', { name: running })}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {words('cancel')}
          </Button>
          <Button variant="default" c="var(--td-danger-ink)" onClick={onReplace}>
            {words('startAnew')}
          </Button>
          <Button data-autofocus onClick={() => setIsStopping(true)}>
            {words('stopAndStart')}
          </Button>
        </Group>
      </Modal>
      {isStopping && timer !== null && (
        <StopTimerDialog timer={timer} onClose={() => setIsStopping(false)} onStopped={onStart} />
      )}
    </>
  )
}
