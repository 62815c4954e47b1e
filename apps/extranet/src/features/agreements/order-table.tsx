import type { ExtranetVoucherOrder } from '@timedesk/contracts/voucher-orders'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'
import { agreementPath } from '../../shared/paths.ts'
import './agreements.css'
import { useAgreementsWords } from './use-agreements-words.ts'
import { useOrderWords } from './use-order-words.ts'
import { unitWords } from './word-agreement.ts'

/** What was ordered by whom, and what the supplier answered. */
export function OrderTable({ orders }: { orders: readonly ExtranetVoucherOrder[] }) {
  const words = useOrderWords()
  const agreementsWords = useAgreementsWords()
  const format = useFormat()
  return (
    <DataTable
      label={words('ordersList')}
      rows={orders}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'order',
          header: words('columnOrder'),
          priority: 1,
          render: (order) => (
            <span className="ex-order">
              <span>{unitWords({ words: agreementsWords, format }, order, order.quantity)}</span>
              <span className="ex-order-quiet">
                {[words('orderBy', { name: order.orderedBy, day: format.date(order.createdAt) }), order.message]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </span>
          ),
        },
        {
          key: 'state',
          header: words('columnState'),
          render: ({ state }) => (
            <span className="ex-state" data-state={ORDER_LOOKS[state]}>
              {words(`order_${state}`)}
            </span>
          ),
        },
        { key: 'answer', header: words('columnAnswer'), render: (order) => <Answer order={order} /> },
        { key: 'price', header: words('columnPrice'), align: 'end', render: ({ price }) => format.money(price) },
      ]}
    />
  )
}

const ORDER_LOOKS = { open: 'ordered', accepted: 'active', declined: 'cancelled' } as const

function Answer({ order: { agreement, voucher, reason } }: { order: ExtranetVoucherOrder }) {
  const words = useOrderWords()
  if (voucher !== null) {
    return (
      <Link className="ex-statement-case td-focus" to={agreementPath(agreement.id, voucher.id)}>
        {words('orderVoucher', { name: voucher.name })}
      </Link>
    )
  }
  return reason === '' ? '–' : words('orderReason', { reason })
}
