import { IconRobot } from '@tabler/icons-react'
import { RelativeTime } from '@timedesk/ui/relative-time'

import { EventLine } from '../timeline-entry.tsx'
import type { LogRow } from './log-rows.ts'
import { useLogWords } from './use-log-words.ts'

/** What a rule or another machine changed in one go, behind one line. */
export function MachineChanges({ row }: { row: Extract<LogRow, { kind: 'machine' }> }) {
  const words = useLogWords()
  const { name, events } = row
  const last = events.at(-1)
  return (
    <li className="desk-log-machine" data-kind="event">
      <details>
        <summary className="td-focus">
          <IconRobot size={15} stroke={1.7} aria-hidden="true" />
          <span>{words('changesBy', { count: events.length, name })}</span>
          {last !== undefined && (
            <span className="desk-message-time">
              <RelativeTime at={last.at} />
            </span>
          )}
        </summary>
        <ol className="desk-log-items">
          {events.map((item) => (
            <EventLine key={item.id} item={item} />
          ))}
        </ol>
      </details>
    </li>
  )
}
