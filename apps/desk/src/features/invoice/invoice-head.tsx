import { Anchor } from '@mantine/core'
import type { Invoice } from '@timedesk/contracts/invoice'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link } from 'react-router'

import { InvoiceMark, SendMark } from '../../shared/invoicing/invoice-marks.tsx'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { paths } from '../../shared/paths.ts'
import { DraftActions } from './draft-actions.tsx'
import { PostedActions } from './posted-actions.tsx'
import { useInvoiceWords } from './use-invoice-words.ts'

/** What a document is called, for whom it is, and what may be done with it. */
export function InvoiceHead({ invoice }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  const invoicingWords = useInvoicingWords()
  const { kind, number, state, customer, sendState, corrects, runNumber } = invoice
  return (
    <PageHeader
      back={
        <Anchor component={Link} to={state === 'draft' ? `${paths.invoices}?state=draft` : paths.invoices}>
          {words('back')}
        </Anchor>
      }
      title={
        <>
          {number === null ? words(`draft_${kind}`) : `${invoicingWords(`kind_${kind}`)} ${number}`}
          {number !== null && (
            <>
              <InvoiceMark state={state} />
              <SendMark state={sendState} />
            </>
          )}
        </>
      }
      text={
        <>
          <Anchor component={Link} to={paths.customer(customer.id)}>
            {customer.name}
          </Anchor>
          {corrects !== null && (
            <>
              {' · '}
              <Anchor component={Link} to={paths.invoice(corrects.id)}>
                {words('correctsLink', { number: corrects.number })}
              </Anchor>
            </>
          )}
          {runNumber !== null && (
            <>
              {' · '}
              <Anchor component={Link} to={paths.invoiceRuns}>
                {words('runLink', { number: runNumber })}
              </Anchor>
            </>
          )}
        </>
      }
      actions={number === null ? <DraftActions invoice={invoice} /> : <PostedActions invoice={invoice} />}
    />
  )
}
