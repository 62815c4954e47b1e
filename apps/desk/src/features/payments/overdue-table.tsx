import { Anchor, Button, Checkbox } from '@mantine/core'
import type { OverdueInvoice } from '@timedesk/contracts/payments'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { useTell } from '../../shared/deeds/use-tell.ts'
import '../../shared/lists/lists.css'
import { useSelectionWords } from '../../shared/lists/use-selection-words.ts'
import type { Selection } from '../../shared/lists/use-selection.ts'
import { paths } from '../../shared/paths.ts'
import './payments.css'
import { useSendReminder } from './use-payment-changes.ts'
import { usePaymentWords } from './use-payment-words.ts'

type OverdueTableProps = { invoices: readonly OverdueInvoice[]; selection: Selection<OverdueInvoice> | null }

/** Overdue invoices with what remains and the reminders that were sent. */
export function OverdueTable({ invoices, selection }: OverdueTableProps) {
  const words = usePaymentWords()
  const selectionWords = useSelectionWords()
  const format = useFormat()
  const indexOf = new Map(invoices.map((invoice, index) => [invoice, index]))
  return (
    <DataTable
      label={words('overdueTitle')}
      rows={invoices}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'invoice',
          header: words('invoice'),
          priority: 1,
          render: (invoice) => (
            <div className="desk-pick">
              {selection !== null && (
                <Checkbox
                  size="xs"
                  disabled={invoice.invoiceEmail === ''}
                  aria-label={selectionWords('select', { name: invoice.number })}
                  {...selection.bind(invoice, indexOf.get(invoice) ?? 0)}
                />
              )}
              <Anchor component={Link} to={paths.invoice(invoice.id)}>
                {invoice.number}
              </Anchor>
            </div>
          ),
        },
        {
          key: 'customer',
          header: words('customer'),
          render: ({ customer, invoiceEmail }) => (
            <div className="desk-stack">
              <Anchor component={Link} to={paths.customer(customer.id)}>
                {customer.name}
              </Anchor>
              <span className={invoiceEmail === '' ? 'desk-error desk-small' : 'desk-quiet desk-small'}>
                {invoiceEmail === '' ? words('noAddress') : invoiceEmail}
              </span>
            </div>
          ),
        },
        { key: 'due', header: words('dueOn'), render: ({ dueOn }) => format.workDate(dueOn) },
        {
          key: 'days',
          header: words('days'),
          align: 'end',
          render: ({ daysOverdue }) => <span className="desk-overdue-days">{format.number(daysOverdue)}</span>,
        },
        {
          key: 'reminders',
          header: words('reminders'),
          render: ({ reminders, lastRemindedAt }) =>
            lastRemindedAt === null
              ? words('noReminder')
              : words('reminded', { count: reminders, day: format.date(lastRemindedAt) }),
        },
        {
          key: 'payable',
          header: words('payable'),
          align: 'end',
          priority: 3,
          render: ({ payable }) => format.money(payable),
        },
        {
          key: 'remaining',
          header: words('remaining'),
          align: 'end',
          render: ({ remaining }) => <strong>{format.money(remaining)}</strong>,
        },
      ]}
      {...(selection !== null && { rowActions: (invoice: OverdueInvoice) => <RemindButton invoice={invoice} /> })}
    />
  )
}

function RemindButton({ invoice: { id, number, customer, invoiceEmail } }: { invoice: OverdueInvoice }) {
  const words = usePaymentWords()
  const tell = useTell()
  const reminder = useSendReminder()
  return (
    <Button
      size="compact-xs"
      variant="default"
      disabled={invoiceEmail === ''}
      aria-label={words('remindOf', { customer: customer.name, number })}
      loading={reminder.isPending}
      onClick={() => reminder.mutate(id, tell(words('remindedOne', { number })))}
    >
      {words('remind')}
    </Button>
  )
}
