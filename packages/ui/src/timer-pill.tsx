import { ActionIcon, Menu, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconPlayerStopFilled, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import './inputs.css'
import { useNow } from './relative-time.tsx'
import { useWords } from './use-words.ts'

const TICK_MS = 1_000
const MS_PER_SECOND = 1_000
const SECONDS_PER_MINUTE = 60
const SECONDS_PER_HOUR = 3_600
const NARROW = '(max-width: 47.99em)'
const ICON_SIZE = 14

type TimerPillProps = {
  /** What the time runs on, such as “#1042 Printer”. */
  label: string
  /** The same as a link, when it leads somewhere. */
  link?: ReactNode
  /** Goes where the link leads, for the menu. */
  onOpen?: () => void
  /** The ISO instant since which it runs; what was measured before is `measuredSeconds`. */
  startedAt: string
  measuredSeconds: number
  isPaused: boolean
  /** Lets it pause, or go on. */
  onPause: () => void
  onStop: () => void
  onDiscard: () => void
  disabled?: boolean
}

/** The running timer: on what, for how long without its pauses, and how to pause or end it; in a menu where it is narrow. */
export function TimerPill(props: TimerPillProps) {
  const { label, isPaused } = props
  const words = useWords()
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false })
  return (
    <div
      className="td-timer"
      role="group"
      data-paused={isPaused || undefined}
      aria-label={words(isPaused ? 'timerPaused' : 'timerRunning', { name: label })}
    >
      {isNarrow ? <NarrowTimer {...props} /> : <WideTimer {...props} />}
    </div>
  )
}

function WideTimer(props: TimerPillProps) {
  const { label, link, isPaused, onPause, onStop, onDiscard, disabled = false } = props
  const words = useWords()
  const pauseLabel = words(isPaused ? 'timerResume' : 'timerPause')
  const button = { size: 'md', radius: 'xl', disabled } as const
  return (
    <>
      <span className="td-timer-dot" aria-hidden="true" />
      <span className="td-timer-case" title={label}>
        {link ?? label}
      </span>
      <Elapsed {...props} />
      <Tooltip label={pauseLabel}>
        <ActionIcon {...button} variant="light" aria-label={pauseLabel} onClick={onPause}>
          <PauseIcon isPaused={isPaused} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={words('timerStop')}>
        <ActionIcon {...button} aria-label={words('timerStop')} onClick={onStop}>
          <IconPlayerStopFilled size={ICON_SIZE} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={words('timerDiscard')}>
        <ActionIcon {...button} variant="subtle" color="gray" aria-label={words('timerDiscard')} onClick={onDiscard}>
          <IconTrash size={15} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}

function NarrowTimer(props: TimerPillProps) {
  const { label, onOpen, isPaused, onPause, onStop, onDiscard, disabled = false } = props
  const words = useWords()
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <UnstyledButton className="td-timer-menu td-focus">
          <span className="td-timer-dot" aria-hidden="true" />
          <Elapsed {...props} />
          <VisuallyHidden>{words('timerMenu')}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {onOpen === undefined ? (
          <Menu.Label>{label}</Menu.Label>
        ) : (
          <Menu.Item onClick={onOpen}>{words('timerOpen', { name: label })}</Menu.Item>
        )}
        <Menu.Item leftSection={<IconPlayerStopFilled size={ICON_SIZE} />} disabled={disabled} onClick={onStop}>
          {words('timerStop')}
        </Menu.Item>
        <Menu.Item leftSection={<PauseIcon isPaused={isPaused} />} disabled={disabled} onClick={onPause}>
          {words(isPaused ? 'timerResume' : 'timerPause')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={ICON_SIZE} />} disabled={disabled} onClick={onDiscard}>
          {words('timerDiscard')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function PauseIcon({ isPaused }: { isPaused: boolean }) {
  return isPaused ? <IconPlayerPlayFilled size={ICON_SIZE} /> : <IconPlayerPauseFilled size={ICON_SIZE} />
}

function Elapsed({ startedAt, measuredSeconds, isPaused }: TimerPillProps) {
  const now = useNow(TICK_MS)
  const running = isPaused ? 0 : Math.max(0, Math.floor((now.getTime() - Date.parse(startedAt)) / MS_PER_SECOND))
  return (
    <span role="timer" className="td-timer-elapsed td-number">
      {elapsedText(measuredSeconds + running)}
    </span>
  )
}

function elapsedText(seconds: number): string {
  const hours = Math.floor(seconds / SECONDS_PER_HOUR)
  const minutes = Math.floor((seconds % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE)
  return [hours, minutes, seconds % SECONDS_PER_MINUTE]
    .map((part, place) => (place === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':')
}
