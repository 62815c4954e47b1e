import { Anchor } from '@mantine/core'
import type { Voucher } from '@timedesk/contracts/vouchers'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { Balance } from '../../shared/cover/balance.tsx'
import { VoucherMark } from '../../shared/cover/cover-marks.tsx'
import { paths } from '../../shared/paths.ts'
import { useVoucherWords } from './use-voucher-words.ts'

type VoucherTableProps = {
  vouchers: readonly Voucher[]
  /** Tells whose they are and under which agreement. */
  withCustomer: boolean
}

/** Vouchers with what is left of them and when they run out. */
export function VoucherTable({ vouchers, withCustomer }: VoucherTableProps) {
  const words = useVoucherWords()
  const format = useFormat()
  const customerColumn: DataColumn<Voucher> = {
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
  }
  return (
    <DataTable
      label={words('title')}
      rows={vouchers}
      rowKey={(row) => row.id}
      isQuiet={({ state }) => state !== 'active' && state !== 'ordered'}
      columns={[
        {
          key: 'voucher',
          header: words('voucher'),
          priority: 1,
          render: ({ name, number, state }) => (
            <span>
              <Anchor component={Link} to={paths.voucher(String(number))}>
                {name}
              </Anchor>
              <VoucherMark state={state} />
            </span>
          ),
        },
        ...(withCustomer ? [customerColumn] : []),
        {
          key: 'balance',
          header: words('balance'),
          render: ({ name, unit, price, granted, available }) => (
            <Balance label={words('balanceOf', { name })} {...{ unit, granted, available, currency: price.currency }} />
          ),
        },
        {
          key: 'expires',
          header: words('expires'),
          render: ({ expiresOn }) => (expiresOn === null ? words('never') : format.workDate(expiresOn)),
        },
        {
          key: 'runsOut',
          header: words('runsOut'),
          priority: 3,
          render: ({ emptyOn, available }) =>
            available === 0 ? '—' : emptyOn === null ? words('unknown') : format.workDate(emptyOn),
        },
        { key: 'price', header: words('price'), align: 'end', render: ({ price }) => format.money(price) },
      ]}
    />
  )
}
