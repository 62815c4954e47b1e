import type { Invoice } from '@timedesk/contracts/invoice'

import './invoice.css'
import { DetailsFacts } from './details-facts.tsx'
import { DetailsForm } from './details-form.tsx'
import { LineList } from './line-list.tsx'
import { PartyBlock } from './party-block.tsx'
import { useInvoiceWords } from './use-invoice-words.ts'

/** The document as on paper: parties, dates and references, and its lines. A draft is edited where it stands. */
export function InvoicePaper({ invoice }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  const { buyer, seller, state, can } = invoice
  return (
    <article className="desk-paper" data-draft={state === 'draft' ? true : undefined}>
      <div className="desk-parties">
        <PartyBlock label={words('buyer')} party={buyer} />
        <PartyBlock label={words('seller')} party={seller} account={seller.account} />
      </div>
      <section aria-label={words('details')}>
        {can.edit ? <DetailsForm invoice={invoice} /> : <DetailsFacts invoice={invoice} />}
      </section>
      <LineList invoice={invoice} />
    </article>
  )
}
