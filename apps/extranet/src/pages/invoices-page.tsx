import { PageHeader } from '@timedesk/ui/page-header'
import { RefusedState } from '@timedesk/ui/refused-state'
import { InvoiceList } from '../features/invoices/invoice-list.tsx'
import { useInvoicesWords } from '../features/invoices/use-invoices-words.ts'
import { useCan, useMe } from '../shared/me.ts'
import { useDocumentTitle } from '../shared/use-document-title.ts'

/** Invoices and credit notes, for those who may see them. */
export function InvoicesPage() {
  const words = useInvoicesWords()
  const me = useMe()
  const canSee = useCan('invoice:read')
  useDocumentTitle(words('title'))

  return (
    <div className="ex-page">
      <PageHeader title={words('title')} text={words('text', { customer: me.customer.name, supplier: me.supplier })} />
      {canSee ? <InvoiceList /> : <RefusedState sentence={words('notForYou')} />}
    </div>
  )
}
