import { Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useFormat } from '@timedesk/ui/format'

import { useEventWording } from '../../shared/events/use-event-wording.ts'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { agreementQueries } from './queries.ts'
import './agreements.css'
import { useAgreementWords } from './use-agreement-words.ts'

/** What happened to an agreement, its vouchers and its plan, latest first. */
export function AgreementLog({ agreementId }: { agreementId: string }) {
  const words = useAgreementWords()
  const format = useFormat()
  const word = useEventWording()
  const log = useInfiniteQuery(agreementQueries.log(agreementId))
  return (
    <ListFace
      query={log}
      empty={
        <Text size="sm" c="var(--td-ink-quiet)">
          {words('logEmpty')}
        </Text>
      }
    >
      {(rows) => (
        <ol className="desk-agreement-log" aria-label={words('tabLog')}>
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
