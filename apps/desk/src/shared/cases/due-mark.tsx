import { IconAlarm, IconPlayerPause } from '@tabler/icons-react'
import type { CaseDue } from '@timedesk/contracts/work-list'
import { RelativeTime, useNow } from '@timedesk/ui/relative-time'

import './marks.css'
import { nearnessOf } from './nearness.ts'
import { useCaseWords } from './use-case-words.ts'

const REFRESH_MS = 60_000

/** The clock of a case that runs out first, as relative time; icon, weight and spoken words tell what colour tells. */
export function DueMark({ due }: { due: CaseDue | null }) {
  const words = useCaseWords()
  const now = useNow(REFRESH_MS)
  if (due === null) return null
  const nearness = nearnessOf(due, now)
  const what = words(due.isByHand ? 'deadline' : due.clock)
  const Icon = due.state === 'paused' ? IconPlayerPause : IconAlarm
  return (
    <span className="desk-deadline" data-nearness={nearness} title={what}>
      <Icon size={14} stroke={1.8} aria-hidden="true" />
      <span className="desk-hidden">{nearness === 'past' ? words('past', { what }) : what} </span>
      {due.at === null ? words('paused') : <RelativeTime at={due.at} />}
    </span>
  )
}
