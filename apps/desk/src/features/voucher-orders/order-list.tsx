import { Anchor, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { VoucherOrder } from '@timedesk/contracts/voucher-orders'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { useUnits } from '../../shared/cover/use-units.ts'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { paths } from '../../shared/paths.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { OrderButtons } from './order-buttons.tsx'
import { orderQueries } from './queries.ts'
import { useOrderWords } from './use-order-words.ts'

const State = VoucherOrder.shape.state

/** What customers ordered: what waits for an answer, or what came of earlier orders. */
export function OrderList() {
  const words = useOrderWords()
  const filters = useUrlFilters()
  const state = State.safeParse(filters.get('state')).data ?? 'open'
  const customerId = filters.get('customer')
  const orders = useInfiniteQuery(orderQueries.list({ state, ...(customerId !== undefined && { customerId }) }))
  const isOpen = state === 'open'
  return (
    <>
      <ListTools>
        <SegmentedControl
          size="xs"
          aria-label={words('which')}
          value={state}
          onChange={(chosen) => filters.set({ state: chosen === 'open' ? undefined : chosen })}
          data={State.options.map((option) => ({ value: option, label: words(`state_${option}`) }))}
        />
      </ListTools>
      <ListFace
        query={orders}
        empty={
          <EmptyState title={words(isOpen ? 'openEmptyTitle' : 'emptyTitle')}>
            {words(isOpen ? 'openEmptyText' : 'emptyText')}
          </EmptyState>
        }
      >
        {(rows) => <OrderTable orders={rows} isOpen={isOpen} />}
      </ListFace>
    </>
  )
}

function OrderTable({ orders, isOpen }: { orders: readonly VoucherOrder[]; isOpen: boolean }) {
  const words = useOrderWords()
  const format = useFormat()
  const may = useMay()
  const outcome: DataColumn<VoucherOrder> = {
    key: 'outcome',
    header: words('outcome'),
    render: (order) => <Outcome order={order} />,
  }
  return (
    <DataTable
      label={words('title')}
      rows={orders}
      rowKey={({ id }) => id}
      columns={[
        { key: 'order', header: words('order'), priority: 1, render: (order) => <Ordered order={order} /> },
        {
          key: 'customer',
          header: words('customer'),
          render: ({ customer, agreement }) => (
            <div className="desk-stack">
              <Anchor component={Link} to={paths.customer(customer.id)}>
                {customer.name}
              </Anchor>
              <Anchor component={Link} to={paths.agreement(agreement.id)} className="desk-quiet desk-small">
                {agreement.name}
              </Anchor>
            </div>
          ),
        },
        ...(isOpen ? [] : [outcome]),
        { key: 'price', header: words('price'), align: 'end', render: ({ price }) => format.money(price) },
      ]}
      {...(isOpen && may('voucher:write') && { rowActions: (order: VoucherOrder) => <OrderButtons order={order} /> })}
    />
  )
}

function Ordered({ order }: { order: VoucherOrder }) {
  const words = useOrderWords()
  const format = useFormat()
  const wording = useUnits()
  const { number, quantity, unit, price, orderedBy, createdAt, message } = order
  return (
    <div className="desk-stack">
      <span>{words('number', { number, units: wording.long(quantity, { unit, currency: price.currency }) })}</span>
      <span className="desk-quiet desk-small">
        {words('orderedBy', { name: orderedBy, at: format.dateTime(createdAt) })}
      </span>
      {message !== '' && <q className="desk-small">{message}</q>}
    </div>
  )
}

function Outcome({ order: { voucher, reason, decidedByName, decidedAt } }: { order: VoucherOrder }) {
  const words = useOrderWords()
  const format = useFormat()
  return (
    <div className="desk-stack">
      {voucher !== null && (
        <Anchor component={Link} to={paths.voucher(voucher.id)}>
          {voucher.name}
        </Anchor>
      )}
      {reason !== '' && <span>{reason}</span>}
      {decidedAt !== null && (
        <span className="desk-quiet desk-small">
          {words('decidedBy', { name: decidedByName ?? '', at: format.dateTime(decidedAt) })}
        </span>
      )}
    </div>
  )
}
