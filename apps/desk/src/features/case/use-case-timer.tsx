import { Button, Group, Modal, Text } from '@mantine/core'
import { isRefusal } from '@timedesk/client/api-error'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { useState } from 'react'

import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { StopTimerDialog } from '../../shared/time/stop-timer-dialog.tsx'
import { caseName } from '../../shared/time/time-subject.ts'
import { timerQueries } from '../../shared/time/timer-queries.ts'
import { useTimeWords } from '../../shared/time/use-time-words.ts'
import { useStartTimer } from '../../shared/time/use-timer.ts'

/** Starts the timer on a case; asks what becomes of another one that runs elsewhere. */
export function useCaseTimer(subject: Case) {
  const words = useTimeWords()
  const start = useStartTimer()
  const { data: timer } = useQuery({ ...timerQueries.mine(), enabled: subject.can.registerTime })
  const [isStopping, setIsStopping] = useState(false)
  const isRunningHere = timer?.case?.id === subject.id
  const collides = isRefusal(start.error, 'timer_running') && !isRunningHere
  const running = timer?.case === null || timer?.case === undefined ? words('elsewhere') : caseName(timer.case)
  const startHere = () => start.mutate({ caseId: subject.id })

  return {
    isRunningHere,
    start: () => {
      if (!isRunningHere) startHere()
    },
    question: (
      <>
        {!collides && <ProblemNotice error={start.error} onClose={start.reset} />}
        <Modal opened={collides && !isStopping} onClose={start.reset} title={words('startTimer')} size="lg">
          <Text size="sm">{words('timerRunsOn', { name: running })}</Text>
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={start.reset}>
              {words('cancel')}
            </Button>
            <Button
              variant="default"
              c="var(--td-danger-ink)"
              onClick={() => start.mutate({ caseId: subject.id, replace: true })}
            >
              {words('startAnew')}
            </Button>
            <Button data-autofocus onClick={() => setIsStopping(true)}>
              {words('stopAndStart')}
            </Button>
          </Group>
        </Modal>
        {isStopping && timer !== null && timer !== undefined && (
          <StopTimerDialog timer={timer} onClose={() => setIsStopping(false)} onStopped={startHere} />
        )}
      </>
    ),
  }
}
