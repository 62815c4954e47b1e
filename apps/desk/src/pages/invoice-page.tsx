import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'

import { InvoiceScreen } from '../features/invoice/invoice-screen.tsx'
import { invoiceQueries } from '../shared/invoicing/invoice-queries.ts'
import { QueryFace } from '../shared/lists/query-face.tsx'

const POLL_MS = 2_000

/** An invoice or credit note by its id; read again and again while it is being sent. */
export function Component() {
  const { invoiceId = '' } = useParams()
  const invoice = useQuery({
    ...invoiceQueries.one(invoiceId),
    refetchInterval: ({ state }) => (state.data?.sendState === 'queued' ? POLL_MS : false),
  })
  return (
    <QueryFace query={invoice} rows={10}>
      {(found) => <InvoiceScreen key={found.id} invoice={found} />}
    </QueryFace>
  )
}
