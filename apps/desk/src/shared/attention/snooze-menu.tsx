import { Button } from '@mantine/core'
import { IconAlarm, IconAlarmOff } from '@tabler/icons-react'
import { Drop } from '@timedesk/ui/drop'
import { useFormat } from '@timedesk/ui/format'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { LoadingState } from '@timedesk/ui/loading-state'
import { ariaKeys, useKeysOf } from '@timedesk/ui/use-shortcuts'
import { lazy } from 'react'

import { ProblemNotice } from '../problems/problem-notice.tsx'
import './attention.css'
import { useAttentionWords } from './use-attention-words.ts'
import { useSnooze } from './use-snooze.ts'

const SnoozeChoices = lazy(async () => ({ default: (await import('./snooze-choices.tsx')).SnoozeChoices }))

type SnoozeMenuProps = { caseId: string; number: number; isOpen: boolean; onOpen: (isOpen: boolean) => void }

/** Puts the case away until later; while it is away, says until when and takes it back. */
export function SnoozeMenu({ caseId, number, isOpen, onOpen }: SnoozeMenuProps) {
  const words = useAttentionWords()
  const format = useFormat()
  const { until, snooze, wake, isPending, error } = useSnooze(caseId, number)
  const keys = ariaKeys(useKeysOf('case.snooze'))
  return (
    <span className="desk-attention-part">
      <Drop
        kind="panel"
        isOpen={isOpen}
        onOpen={onOpen}
        position="bottom-start"
        width={340}
        label={words('snoozeTitle', { number })}
        target={
          <Button
            size="compact-sm"
            variant={until === null ? 'subtle' : 'light'}
            color={until === null ? 'gray' : 'yellow'}
            leftSection={<IconAlarm size={16} stroke={1.7} aria-hidden="true" />}
            aria-keyshortcuts={keys}
          >
            {until === null ? words('snooze') : words('snoozedUntil', { time: format.dateTime(until) })}
          </Button>
        }
      >
        <p className="desk-quiet desk-flat">{words('snoozeText')}</p>
        <ProblemNotice error={error} />
        <LazyPart fallback={<LoadingState rows={3} />}>
          <SnoozeChoices isPending={isPending} onChoose={(chosen) => snooze(chosen, () => onOpen(false))} />
        </LazyPart>
      </Drop>
      {until !== null && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          loading={isPending}
          leftSection={<IconAlarmOff size={16} stroke={1.7} aria-hidden="true" />}
          onClick={wake}
        >
          {words('wake')}
        </Button>
      )}
    </span>
  )
}
