import { Button, Group, Modal, Text } from '@mantine/core'
import { isRefusal } from '@timedesk/client/api-error'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'

import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { timerQueries } from '../../shared/time/timer-queries.ts'
import { useTimeWords } from '../../shared/time/use-time-words.ts'
import { useStartTimer } from '../../shared/time/use-timer.ts'

/** Starts the timer on a case; asks when another one runs elsewhere. */
export function useCaseTimer(subject: Case) {
  const words = useTimeWords()
  const start = useStartTimer()
  const { data: timer } = useQuery({ ...timerQueries.mine(), enabled: subject.can.registerTime })
  const isRunningHere = timer?.case?.id === subject.id
  const collides = isRefusal(start.error, 'timer_running') && !isRunningHere
  const running = timer?.case === null || timer?.case === undefined ? words('elsewhere') : `#${timer.case.number}`

  return {
    isRunningHere,
    start: () => {
      if (!isRunningHere) start.mutate({ caseId: subject.id })
    },
    question: (
      <>
        {!collides && <ProblemNotice error={start.error} onClose={start.reset} />}
        <Modal opened={collides} onClose={start.reset} title={words('startTimer')}>
          <Text size="sm">{words('timerRunsOn', { name: running })}</Text>
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={start.reset} data-autofocus>
              {words('cancel')}
            </Button>
            <Button color="red" onClick={() => start.mutate({ caseId: subject.id, replace: true })}>
              {words('startAnew')}
            </Button>
          </Group>
        </Modal>
      </>
    ),
  }
}
