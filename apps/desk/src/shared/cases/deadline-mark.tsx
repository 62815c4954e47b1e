import { IconAlarm } from '@tabler/icons-react'
import { RelativeTime, useNow } from '@timedesk/ui/relative-time'

import './marks.css'
import { nearnessOf } from './deadline.ts'
import { useCaseWords } from './use-case-words.ts'

const REFRESH_MS = 60_000

type DeadlineMarkProps = { deadline: string; createdAt: string; isOver: boolean }

/** A deadline as relative time; icon, colour and a spoken word tell how near it is. */
export function DeadlineMark({ deadline, createdAt, isOver }: DeadlineMarkProps) {
  const words = useCaseWords()
  const now = useNow(REFRESH_MS)
  const nearness = isOver ? 'far' : nearnessOf(deadline, createdAt, now)
  return (
    <span className="desk-deadline" data-nearness={nearness}>
      <IconAlarm size={14} stroke={1.8} aria-hidden="true" />
      <span className="desk-hidden">{words(nearness === 'past' ? 'deadlinePast' : 'deadline')} </span>
      <RelativeTime at={deadline} />
    </span>
  )
}
