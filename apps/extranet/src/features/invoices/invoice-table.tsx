import type { ExtranetInvoiceSummary } from '@timedesk/contracts/extranet-invoices'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { useFormat, type Format } from '@timedesk/ui/format'
import { Link } from 'react-router'
import { invoicePath } from '../../shared/paths.ts'
import { today } from '../../shared/today.ts'
import { InvoiceState } from './invoice-state.tsx'
import './invoices.css'
import { useInvoicesWords, type InvoicesWords } from './use-invoices-words.ts'
import { dueWords, isToPay } from './word-invoice.ts'

type InvoiceTableProps = {
  label: string
  invoices: readonly ExtranetInvoiceSummary[]
  /** Leaves out what only matters while something is to be paid. */
  isSettled?: boolean
}

/** Documents with when they are due, what they come to, and where they stand. */
export function InvoiceTable({ label, invoices, isSettled = false }: InvoiceTableProps) {
  const words = useInvoicesWords()
  const format = useFormat()
  const [number, issued, due, state, amount, remaining] = columnsOf(words, format)
  return (
    <div className="ex-invoices" data-settled={isSettled || undefined}>
      <DataTable
        label={label}
        columns={isSettled ? [number, issued, state, amount] : [number, issued, due, state, amount, remaining]}
        rows={invoices}
        rowKey={({ id }) => id}
      />
    </div>
  )
}

type Column = DataColumn<ExtranetInvoiceSummary>

function columnsOf(words: InvoicesWords, format: Format): [Column, Column, Column, Column, Column, Column] {
  return [
    { key: 'number', header: words('columnNumber'), priority: 1, render: (invoice) => <Name invoice={invoice} /> },
    { key: 'issued', header: words('columnIssued'), render: ({ issuedOn }) => format.workDate(issuedOn) },
    { key: 'due', header: words('columnDue'), render: (invoice) => <Due invoice={invoice} /> },
    { key: 'state', header: words('columnState'), render: (invoice) => <InvoiceState invoice={invoice} /> },
    {
      key: 'amount',
      header: words('columnAmount'),
      align: 'end',
      render: ({ kind, payable }) => `${kind === 'credit_note' ? '−' : ''}${format.money(payable)}`,
    },
    {
      key: 'remaining',
      header: words('columnRemaining'),
      align: 'end',
      render: ({ remaining }) => <strong>{format.money(remaining)}</strong>,
    },
  ]
}

function Name({ invoice: { id, number, kind, corrects, orderReference } }: { invoice: ExtranetInvoiceSummary }) {
  const words = useInvoicesWords()
  const facts = [
    kind === 'credit_note' && corrects === null ? words('isCreditNote') : '',
    corrects === null ? '' : words('credits', { number: corrects.number }),
    orderReference,
  ].filter((fact) => fact !== '')
  return (
    <span className="ex-invoice-name">
      <Link className="ex-invoice-link td-focus" to={invoicePath(id)}>
        {number}
      </Link>
      {facts.length > 0 && <span className="ex-invoice-quiet">{facts.join(' · ')}</span>}
    </span>
  )
}

function Due({ invoice }: { invoice: ExtranetInvoiceSummary }) {
  const words = useInvoicesWords()
  const format = useFormat()
  const { dueOn } = invoice
  if (dueOn === null) return '–'
  return (
    <span className="ex-invoice-due">
      <span>{format.workDate(dueOn)}</span>
      {isToPay(invoice) && <span className="ex-invoice-quiet">{dueWords(words, dueOn, today())}</span>}
    </span>
  )
}
