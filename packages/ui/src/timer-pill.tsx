import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPlayerStopFilled, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import './inputs.css'
import { useNow } from './relative-time.tsx'
import { useWords } from './use-words.ts'

const TICK_MS = 1_000
const MS_PER_SECOND = 1_000
const SECONDS_PER_MINUTE = 60
const SECONDS_PER_HOUR = 3_600

type TimerPillProps = {
  /** What the time runs on, such as “#1042 Printer”. */
  label: string
  /** The same as a link, when it leads somewhere. */
  link?: ReactNode
  /** The ISO instant at which the timer started. */
  startedAt: string
  onStop: () => void
  onDiscard: () => void
  disabled?: boolean
}

/** The running timer: on what, for how long, and how to end it. */
export function TimerPill({ label, link, startedAt, onStop, onDiscard, disabled = false }: TimerPillProps) {
  const words = useWords()
  const now = useNow(TICK_MS)
  const seconds = Math.max(0, Math.floor((now.getTime() - new Date(startedAt).getTime()) / MS_PER_SECOND))

  return (
    <div className="td-timer" role="group" aria-label={words('timerRunning', { name: label })}>
      <span className="td-timer-dot" aria-hidden="true" />
      <span className="td-timer-case" title={label}>
        {link ?? label}
      </span>
      <span role="timer" className="td-timer-elapsed td-number">
        {elapsedText(seconds)}
      </span>
      <Tooltip label={words('timerStop')}>
        <ActionIcon size="md" radius="xl" aria-label={words('timerStop')} onClick={onStop} disabled={disabled}>
          <IconPlayerStopFilled size={14} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={words('timerDiscard')}>
        <ActionIcon
          size="md"
          radius="xl"
          variant="subtle"
          color="gray"
          aria-label={words('timerDiscard')}
          onClick={onDiscard}
          disabled={disabled}
        >
          <IconTrash size={15} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

function elapsedText(seconds: number): string {
  const hours = Math.floor(seconds / SECONDS_PER_HOUR)
  const minutes = Math.floor((seconds % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE)
  return [hours, minutes, seconds % SECONDS_PER_MINUTE]
    .map((part, place) => (place === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':')
}
