import { Button, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import type { Timer } from '@timedesk/contracts/time'
import { TimerPill } from '@timedesk/ui/timer-pill'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'

import { paths } from '../../shared/paths.ts'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { useTimeWords } from '../../shared/time/use-time-words.ts'
import { useDiscardTimer, useStopTimer } from '../../shared/time/use-timer.ts'

const TimeDialog = lazy(async () => ({ default: (await import('../../shared/time/time-dialog.tsx')).TimeDialog }))

const MS_PER_MINUTE = 60_000

/** The running timer in the top bar. */
export function RunningTimer({ timer }: { timer: Timer }) {
  const words = useTimeWords()
  const [stoppedAt, setStoppedAt] = useState<number | null>(null)
  const [isDiscarding, question] = useDisclosure(false)
  const stop = useStopTimer()
  const discard = useDiscardTimer()
  const label = timer.case === null ? words('elsewhere') : `#${timer.case.number} ${timer.case.subject}`
  return (
    <>
      <TimerPill
        label={label}
        startedAt={timer.startedAt}
        onStop={() => setStoppedAt(Date.now())}
        onDiscard={question.open}
        {...(timer.case !== null && { link: <Link to={paths.case(timer.case.number)}>{label}</Link> })}
      />
      {stoppedAt !== null && (
        <Suspense>
          <TimeDialog
            title={words('stopTimer')}
            caseId={timer.case?.id}
            minutes={Math.max(1, Math.round((stoppedAt - Date.parse(timer.startedAt)) / MS_PER_MINUTE))}
            onClose={() => setStoppedAt(null)}
            isPending={stop.isPending}
            error={stop.error}
            onRegister={(draft) =>
              stop.mutate(draft, {
                onSuccess: () => {
                  setStoppedAt(null)
                  notifications.show({ message: words('registered') })
                },
              })
            }
          />
        </Suspense>
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
