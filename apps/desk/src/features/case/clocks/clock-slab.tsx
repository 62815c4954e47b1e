import { UnstyledButton } from '@mantine/core'
import { IconAlarm, IconAlertTriangle, IconPlayerPause } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import { useFormat } from '@timedesk/ui/format'
import { useNow } from '@timedesk/ui/relative-time'
import { useStatusName } from '@timedesk/ui/status-pill'
import { ariaKeys, useKeysOf } from '@timedesk/ui/use-shortcuts'

import { nearnessOf } from '../../../shared/cases/nearness.ts'
import { useCaseWords } from '../../../shared/cases/use-case-words.ts'
import './clocks.css'
import { useSlabWords } from './use-slab-words.ts'

const REFRESH_MS = 15_000
const MS_PER_MINUTE = 60_000
/** Nearer than this a countdown says more than a word such as “tomorrow”. */
const COUNTDOWN_MINUTES = 24 * 60
const WHOLE = 100
const ENDED: readonly string[] = ['solved', 'closed', 'cancelled']

type ClockSlabProps = { subject: Case; isOpen: boolean; onOpen: () => void }

/** What is due next, with its countdown; a press leads to every clock of the case. */
export function ClockSlab({ subject, isOpen, onOpen }: ClockSlabProps) {
  const words = useSlabWords()
  const format = useFormat()
  const now = useNow(REFRESH_MS)
  const keys = ariaKeys(useKeysOf('case.clocks'))
  const state = useDueWords(subject, now)
  const { due } = subject
  const nearness = due === null ? 'none' : nearnessOf(due, now)
  const share = due?.share ?? null
  const at = due?.at ?? null
  const Icon = nearness === 'paused' ? IconPlayerPause : nearness === 'past' ? IconAlertTriangle : IconAlarm
  const title = [
    at === null ? null : format.fullDateTime(at),
    share === null ? null : words('usedShare', { share: format.percent(share) }),
  ]
  return (
    <UnstyledButton
      className="desk-clock-slab td-focus"
      data-nearness={nearness}
      aria-label={words('slab', { state })}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-keyshortcuts={keys}
      title={title.filter((part) => part !== null).join(' · ')}
      onClick={onOpen}
    >
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      <span className="td-number">{state}</span>
      {share !== null && (
        <svg className="desk-clock-share" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
          <rect width={Math.min(share, WHOLE)} height="2" />
        </svg>
      )}
    </UnstyledButton>
  )
}

/** The next due in words: a countdown when it is near, and why nothing runs out when nothing does. */
function useDueWords({ due, status }: Case, now: Date): string {
  const words = useSlabWords()
  const caseWords = useCaseWords()
  const statusName = useStatusName()
  const format = useFormat()
  if (due === null) return words(ENDED.includes(status.category) ? 'nothingDue' : 'noPromise')
  const what = caseWords(due.isByHand ? 'deadline' : due.clock)
  if (due.at === null || due.state === 'paused') return words('pausedIn', { what, status: statusName(status) })
  const minutes = Math.ceil((Date.parse(due.at) - now.getTime()) / MS_PER_MINUTE)
  const isNear = Math.abs(minutes) < COUNTDOWN_MINUTES
  if (isNear) return words(minutes > 0 ? 'left' : 'over', { what, time: format.minutes(Math.abs(minutes)) })
  return words(minutes > 0 ? 'dueIn' : 'overSince', { what, when: format.relative(due.at, now) })
}
