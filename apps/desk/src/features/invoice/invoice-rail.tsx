import type { Invoice } from '@timedesk/contracts/invoice'

import { CreditNotePanel } from './credit-note-panel.tsx'
import { InvoiceSums } from './invoice-sums.tsx'
import { LifePanel } from './life-panel.tsx'
import { PaymentPanel } from './payment-panel.tsx'
import { ProblemPanel } from './problem-panel.tsx'

/** What stands beside a document: what keeps a draft from being posted, its sums, and what came after. */
export function InvoiceRail({ invoice }: { invoice: Invoice }) {
  return (
    <div className="desk-invoice-rail">
      {invoice.state === 'draft' && <ProblemPanel invoice={invoice} />}
      <InvoiceSums invoice={invoice} />
      {invoice.state !== 'draft' && (
        <>
          <PaymentPanel invoice={invoice} />
          <CreditNotePanel invoice={invoice} />
        </>
      )}
      <LifePanel invoice={invoice} />
    </div>
  )
}
