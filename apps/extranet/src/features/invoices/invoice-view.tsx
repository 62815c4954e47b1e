import { Anchor } from '@mantine/core'
import type { ExtranetInvoice } from '@timedesk/contracts/extranet-invoices'
import { useFormat } from '@timedesk/ui/format'
import { PageHeader } from '@timedesk/ui/page-header'
import { IconArrowLeft } from '@tabler/icons-react'
import { useId, type ReactNode } from 'react'
import { Link } from 'react-router'
import { Facts } from '../../shared/facts.tsx'
import { invoicePath, paths } from '../../shared/paths.ts'
import { today } from '../../shared/today.ts'
import { useDocumentTitle } from '../../shared/use-document-title.ts'
import { InvoiceFiles } from './invoice-files.tsx'
import { InvoiceLines } from './invoice-lines.tsx'
import { InvoicePdf } from './invoice-pdf.tsx'
import { InvoiceState } from './invoice-state.tsx'
import { InvoiceSums } from './invoice-sums.tsx'
import './invoices.css'
import { useInvoicesWords } from './use-invoices-words.ts'
import { dueWords, isToPay, standingWords } from './word-invoice.ts'

/** A document: where it stands, its files, what it charges line by line, and how that adds up. */
export function InvoiceView({ invoice }: { invoice: ExtranetInvoice }) {
  const words = useInvoicesWords()
  const { kind, number } = invoice
  const title = words(kind, { number })
  useDocumentTitle(title)

  return (
    <div className="ex-page">
      <PageHeader
        back={
          <Anchor component={Link} to={paths.invoices} className="ex-back">
            <IconArrowLeft size={15} stroke={1.8} aria-hidden="true" /> {words('back')}
          </Anchor>
        }
        title={title}
      />
      <div className="ex-invoice-page">
        <div className="ex-invoice-main">
          <InvoiceStanding invoice={invoice} />
          <InvoicePdf id={invoice.id} title={title} />
          <Part title={words('lines')}>
            <InvoiceLines lines={invoice.lines} />
            <InvoiceSums invoice={invoice} />
          </Part>
          {invoice.reason !== '' && (
            <Part title={words('reason')}>
              <p className="ex-invoice-note">{invoice.reason}</p>
            </Part>
          )}
          {invoice.note !== '' && (
            <Part title={words('note')}>
              <p className="ex-invoice-note">{invoice.note}</p>
            </Part>
          )}
        </div>
        <InvoiceFacts invoice={invoice} />
      </div>
    </div>
  )
}

function InvoiceStanding({ invoice }: { invoice: ExtranetInvoice }) {
  const words = useInvoicesWords()
  const format = useFormat()
  const { corrects, dueOn } = invoice
  const isOpen = isToPay(invoice)
  return (
    <section className="ex-invoice-standing" aria-label={words('stateLabel')}>
      <div className="ex-invoice-standing-words">
        <InvoiceState invoice={invoice} />
        <p className="ex-invoice-standing-sentence">
          {standingWords({ words, format }, invoice)}
          {isOpen && dueOn !== null && <span> ({dueWords(words, dueOn, today())})</span>}
        </p>
        {isOpen && <p className="ex-invoice-quiet">{words('howToPay')}</p>}
        {corrects !== null && (
          <p className="ex-invoice-quiet">
            {words('corrected')}{' '}
            <Anchor component={Link} to={invoicePath(corrects.id)} inherit underline="always">
              {words('invoice', { number: corrects.number })}
            </Anchor>
          </p>
        )}
      </div>
      <InvoiceFiles invoice={invoice} />
    </section>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const headingId = useId()
  return (
    <section className="ex-invoice-card" aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      {children}
    </section>
  )
}

function InvoiceFacts({ invoice }: { invoice: ExtranetInvoice }) {
  const words = useInvoicesWords()
  const format = useFormat()
  const { number, issuedOn, dueOn, period, orderReference, buyerReference, corrects } = invoice
  const facts: [label: string, value: ReactNode][] = [
    [words('number'), number],
    [words('issued'), format.workDate(issuedOn)],
    [words('due'), dueOn === null ? null : format.workDate(dueOn)],
    [
      words('periodLabel'),
      period === null ? null : words('period', { from: format.workDate(period.from), to: format.workDate(period.to) }),
    ],
    [words('orderReference'), orderReference],
    [words('buyerReference'), buyerReference],
    [
      words('correctsLabel'),
      corrects === null ? null : (
        <Anchor key="corrects" component={Link} to={invoicePath(corrects.id)} inherit>
          {corrects.number}
        </Anchor>
      ),
    ],
  ]
  return <Facts label={words('about')} facts={facts} />
}
