import { useInfiniteQuery } from '@tanstack/react-query'

import { EventLog } from '../../shared/events/event-log.tsx'
import { invoiceQueries } from '../../shared/invoicing/invoice-queries.ts'
import { useInvoiceWords } from './use-invoice-words.ts'

/** Who drafted, changed, posted, sent and credited a document, latest first. */
export function InvoiceLog({ invoiceId }: { invoiceId: string }) {
  const words = useInvoiceWords()
  const log = useInfiniteQuery(invoiceQueries.log(invoiceId))
  return (
    <div className="desk-panel">
      <EventLog query={log} label={words('tabLog')} empty={words('logEmpty')} />
    </div>
  )
}
