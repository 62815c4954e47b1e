import { Anchor, Checkbox } from '@mantine/core'
import type { InvoiceSummary } from '@timedesk/contracts/invoice'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { InvoiceMark, SendMark } from '../../shared/invoicing/invoice-marks.tsx'
import { signedMoney } from '../../shared/invoicing/signed-money.ts'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { useSelectionWords } from '../../shared/lists/use-selection-words.ts'
import type { Selection } from '../../shared/lists/use-selection.ts'
import { isZero } from '../../shared/money.ts'
import { paths } from '../../shared/paths.ts'
import { useInvoiceListWords } from './use-invoice-list-words.ts'

type InvoiceTableProps = { invoices: readonly InvoiceSummary[]; selection: Selection<InvoiceSummary> | null }

/** Documents with what they charge and what is left to pay; drafts can be chosen. */
export function InvoiceTable({ invoices, selection }: InvoiceTableProps) {
  const words = useInvoiceListWords()
  const format = useFormat()
  const indexOf = new Map(invoices.map((invoice, index) => [invoice, index]))
  const columns: DataColumn<InvoiceSummary>[] = [
    {
      key: 'document',
      header: words('document'),
      priority: 1,
      render: (invoice) => (
        <div className="desk-pick">
          {selection !== null && invoice.state === 'draft' && (
            <DraftBox {...{ invoice, selection }} index={indexOf.get(invoice) ?? 0} />
          )}
          <DocumentName invoice={invoice} />
        </div>
      ),
    },
    {
      key: 'customer',
      header: words('customer'),
      render: ({ customer }) => (
        <Anchor component={Link} to={paths.customer(customer.id)}>
          {customer.name}
        </Anchor>
      ),
    },
    { key: 'issued', header: words('issued'), render: ({ issuedOn }) => <Day day={issuedOn} /> },
    { key: 'due', header: words('due'), render: ({ dueOn }) => <Day day={dueOn} /> },
    {
      key: 'net',
      header: words('net'),
      align: 'end',
      priority: 3,
      render: ({ kind, net }) => format.money(signedMoney(kind, net)),
    },
    {
      key: 'payable',
      header: words('payable'),
      align: 'end',
      render: ({ kind, payable }) => <strong>{format.money(signedMoney(kind, payable))}</strong>,
    },
    {
      key: 'remaining',
      header: words('remaining'),
      align: 'end',
      render: ({ state, remaining }) => (state === 'draft' || isZero(remaining) ? '—' : format.money(remaining)),
    },
    { key: 'state', header: words('state'), render: ({ state }) => <InvoiceMark state={state} /> },
    {
      key: 'sent',
      header: words('sent'),
      priority: 3,
      render: ({ state, sendState }) => (state === 'draft' ? '—' : <SendMark state={sendState} />),
    },
  ]
  return <DataTable label={words('title')} rows={invoices} rowKey={({ id }) => id} columns={columns} />
}

type DraftBoxProps = { invoice: InvoiceSummary; selection: Selection<InvoiceSummary>; index: number }

function DraftBox({ invoice, selection, index }: DraftBoxProps) {
  const selectionWords = useSelectionWords()
  const invoicingWords = useInvoicingWords()
  const name = invoicingWords('draftOf', { customer: invoice.customer.name })
  return <Checkbox size="xs" aria-label={selectionWords('select', { name })} {...selection.bind(invoice, index)} />
}

function DocumentName({ invoice: { id, number, kind, corrects, runNumber } }: { invoice: InvoiceSummary }) {
  const words = useInvoiceListWords()
  const invoicingWords = useInvoicingWords()
  const more = [
    ...(kind === 'credit_note' || number !== null ? [invoicingWords(`kind_${kind}`)] : []),
    ...(corrects === null ? [] : [words('corrects', { number: corrects.number })]),
    ...(runNumber === null ? [] : [words('run', { number: runNumber })]),
  ]
  return (
    <div className="desk-stack">
      <Anchor component={Link} to={paths.invoice(id)}>
        {number ?? invoicingWords('state_draft')}
      </Anchor>
      {more.length > 0 && <span className="desk-quiet desk-small">{more.join(' · ')}</span>}
    </div>
  )
}

function Day({ day }: { day: string | null }) {
  const format = useFormat()
  return day === null ? '—' : <span className="desk-nowrap">{format.workDate(day)}</span>
}
