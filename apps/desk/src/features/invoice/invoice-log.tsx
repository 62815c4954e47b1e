import { Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useFormat } from '@timedesk/ui/format'

import { useEventWording } from '../../shared/events/use-event-wording.ts'
import { invoiceQueries } from '../../shared/invoicing/invoice-queries.ts'
import { ListFace } from '../../shared/lists/list-face.tsx'
import './invoice.css'
import { useInvoiceWords } from './use-invoice-words.ts'

/** Who drafted, changed, posted, sent and credited a document, latest first. */
export function InvoiceLog({ invoiceId }: { invoiceId: string }) {
  const words = useInvoiceWords()
  const format = useFormat()
  const word = useEventWording()
  const log = useInfiniteQuery(invoiceQueries.log(invoiceId))
  return (
    <div className="desk-panel">
      <ListFace
        query={log}
        empty={
          <Text size="sm" c="var(--td-ink-quiet)">
            {words('logEmpty')}
          </Text>
        }
      >
        {(rows) => (
          <ol className="desk-invoice-log" aria-label={words('tabLog')}>
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
    </div>
  )
}
