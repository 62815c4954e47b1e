import { useQuery } from '@tanstack/react-query'
import { LoadingState } from '@timedesk/ui/loading-state'
import { PageHeader } from '@timedesk/ui/page-header'
import { RefusedState } from '@timedesk/ui/refused-state'
import { useParams } from 'react-router'
import { invoiceQueries } from '../features/invoices/invoice-queries.ts'
import { InvoiceView } from '../features/invoices/invoice-view.tsx'
import { useInvoicesWords } from '../features/invoices/use-invoices-words.ts'
import { useCan } from '../shared/me.ts'
import { MissingState } from '../shared/missing-state.tsx'
import { paths } from '../shared/paths.ts'
import { isMissing } from '../shared/query-client.ts'
import { QueryFailure } from '../shared/query-failure.tsx'

/** The invoice or credit note whose id stands in the address. */
export function InvoicePage() {
  const words = useInvoicesWords()
  const canSee = useCan('invoice:read')
  const { invoiceId = '' } = useParams()
  const query = useQuery({ ...invoiceQueries.detail(invoiceId), enabled: canSee })

  if (!canSee) {
    return (
      <div className="ex-page">
        <PageHeader title={words('title')} />
        <RefusedState sentence={words('notForYou')} />
      </div>
    )
  }
  if (query.data !== undefined) return <InvoiceView key={query.data.id} invoice={query.data} />
  if (query.isPending) return <LoadingState />
  if (!isMissing(query.error)) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />
  return (
    <MissingState title={words('missingTitle')} to={paths.invoices} back={words('back')}>
      {words('missingText')}
    </MissingState>
  )
}
