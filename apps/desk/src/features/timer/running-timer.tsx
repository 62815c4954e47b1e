import { Button, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Timer } from '@timedesk/contracts/timer'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { TimerPill } from '@timedesk/ui/timer-pill'
import { lazy } from 'react'
import { Link, useNavigate } from 'react-router'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { paths } from '../../shared/paths.ts'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { caseName } from '../../shared/time/time-subject.ts'
import { useTimeWords } from '../../shared/time/use-time-words.ts'
import { useDiscardTimer, usePauseTimer } from '../../shared/time/use-timer.ts'

const StopTimerDialog = lazy(async () => ({
  default: (await import('../../shared/time/stop-timer-dialog.tsx')).StopTimerDialog,
}))

/** The running timer in the top bar: on what, for how long, pause, stop and register, discard. */
export function RunningTimer({ timer }: { timer: Timer }) {
  const words = useTimeWords()
  const tell = useTell()
  const navigate = useNavigate()
  const [isStopping, stopping] = useDisclosure(false)
  const [isDiscarding, question] = useDisclosure(false)
  const pause = usePauseTimer()
  const discard = useDiscardTimer()
  const label = timer.case === null ? words('elsewhere') : caseName(timer.case)
  const path = timer.case === null ? null : paths.case(timer.case.number)
  const isPaused = timer.pausedAt !== null
  return (
    <>
      <TimerPill
        label={label}
        startedAt={timer.startedAt}
        measuredSeconds={timer.measuredSeconds}
        isPaused={isPaused}
        disabled={pause.isPending}
        onPause={() => pause.mutate(isPaused, { onError: tell('').onError })}
        onStop={stopping.open}
        onDiscard={question.open}
        {...(path !== null && { link: <Link to={path}>{label}</Link>, onOpen: () => void navigate(path) })}
      />
      {isStopping && (
        <LazyPart>
          <StopTimerDialog timer={timer} onClose={stopping.close} />
        </LazyPart>
      )}
      <Modal opened={isDiscarding} onClose={question.close} title={words('discardQuestion')}>
        <Text size="sm">{words('discardText')}</Text>
        <ProblemNotice error={discard.error} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={question.close} data-autofocus>
            {words('cancel')}
          </Button>
          <Button
            color="red"
            loading={discard.isPending}
            onClick={() => discard.mutate(undefined, { onSuccess: question.close })}
          >
            {words('discard')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
