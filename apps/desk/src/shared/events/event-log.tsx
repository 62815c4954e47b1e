import { Text } from '@mantine/core'
import type { EventItem } from '@timedesk/contracts/dialogue'
import { useFormat } from '@timedesk/ui/format'
import type { ComponentProps } from 'react'
import type { z } from 'zod'

import { ListFace } from '../lists/list-face.tsx'
import './event-log.css'
import { useEventWording } from './use-event-wording.ts'

type EventLogProps = {
  query: ComponentProps<typeof ListFace<z.output<typeof EventItem>>>['query']
  label: string
  empty: string
}

/** What happened to something, as it was told, one event a row. */
export function EventLog({ query, label, empty }: EventLogProps) {
  const format = useFormat()
  const word = useEventWording()
  return (
    <ListFace
      query={query}
      empty={
        <Text size="sm" c="var(--td-ink-quiet)">
          {empty}
        </Text>
      }
    >
      {(rows) => (
        <ol className="desk-event-log" aria-label={label}>
          {rows.map(({ id, at, author, event }) => (
            <li key={id}>
              <span>
                <strong>{author.name}</strong> {word(event)}
              </span>
              <time className="desk-quiet desk-small" dateTime={at}>
                {format.dateTime(at)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </ListFace>
  )
}
