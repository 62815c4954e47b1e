import { Anchor, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Payment } from '@timedesk/contracts/payments'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { paths } from '../../shared/paths.ts'
import { paymentQueries } from './queries.ts'
import { usePaymentWords } from './use-payment-words.ts'

/** What came in and went back, latest first. */
export function PaymentList() {
  const words = usePaymentWords()
  const filters = useUrlFilters()
  const [from, to] = [filters.get('from'), filters.get('to')]
  const payments = useInfiniteQuery(
    paymentQueries.list({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }),
  )
  return (
    <>
      <ListTools>
        {(['from', 'to'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={words(name)}
            value={filters.get(name) ?? ''}
            onChange={(event) => filters.set({ [name]: event.currentTarget.value })}
          />
        ))}
      </ListTools>
      <ListFace
        query={payments}
        empty={<EmptyList filters={filters} title={words('emptyTitle')} text={words('emptyText')} />}
      >
        {(rows) => <PaymentTable payments={rows} />}
      </ListFace>
    </>
  )
}

function PaymentTable({ payments }: { payments: readonly Payment[] }) {
  const words = usePaymentWords()
  const format = useFormat()
  return (
    <DataTable
      label={words('title')}
      rows={payments}
      rowKey={({ id }) => id}
      isQuiet={({ isReversed, reverses }) => isReversed || reverses !== null}
      columns={[
        {
          key: 'customer',
          header: words('customer'),
          priority: 1,
          render: ({ customer, isReversed, reverses }) => (
            <span>
              <Anchor component={Link} to={paths.customer(customer.id)}>
                {customer.name}
              </Anchor>
              {isReversed && <Mark>{words('reversed')}</Mark>}
              {reverses !== null && <Mark>{words('reversal')}</Mark>}
            </span>
          ),
        },
        {
          key: 'invoice',
          header: words('invoice'),
          render: ({ invoice }) => (
            <Anchor component={Link} to={paths.invoice(invoice.id)}>
              {invoice.number}
            </Anchor>
          ),
        },
        { key: 'paidOn', header: words('paidOn'), render: ({ paidOn }) => format.workDate(paidOn) },
        { key: 'reference', header: words('reference'), render: ({ reference }) => reference },
        {
          key: 'by',
          header: words('recordedBy'),
          priority: 3,
          render: ({ recordedByName, at }) => words('importedBy', { name: recordedByName, at: format.date(at) }),
        },
        { key: 'amount', header: words('amount'), align: 'end', render: ({ amount }) => format.money(amount) },
      ]}
    />
  )
}
