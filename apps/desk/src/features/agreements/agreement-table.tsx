import { Anchor } from '@mantine/core'
import type { AgreementSummary } from '@timedesk/contracts/agreements'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { Balance } from '../../shared/cover/balance.tsx'
import { AgreementMark } from '../../shared/cover/cover-marks.tsx'
import { useCoverWords } from '../../shared/cover/use-cover-words.ts'
import { paths } from '../../shared/paths.ts'
import { useAgreementWords } from './use-agreement-words.ts'

type AgreementTableProps = { agreements: readonly AgreementSummary[]; withCustomer: boolean }

/** Agreements with how they are paid and what is left of them; `withCustomer` tells whose they are. */
export function AgreementTable({ agreements, withCustomer }: AgreementTableProps) {
  const words = useAgreementWords()
  const coverWords = useCoverWords()
  const format = useFormat()
  const customerColumn: DataColumn<AgreementSummary> = {
    key: 'customer',
    header: words('customer'),
    render: ({ customer }) => (
      <Anchor component={Link} to={paths.customer(customer.id)}>
        {customer.name}
      </Anchor>
    ),
  }
  const columns: DataColumn<AgreementSummary>[] = [
    {
      key: 'heading',
      header: words('heading'),
      priority: 1,
      render: ({ id, number, heading, state }) => (
        <span>
          <Anchor component={Link} to={paths.agreement(id)}>
            #{number} {heading}
          </Anchor>
          <AgreementMark state={state} />
        </span>
      ),
    },
    ...(withCustomer ? [customerColumn] : []),
    {
      key: 'settlement',
      header: words('settlement'),
      render: ({ settlement }) => coverWords(`settlement_${settlement}`),
    },
    { key: 'balance', header: words('balance'), render: (row) => <BalanceCell agreement={row} /> },
    {
      key: 'validity',
      header: words('validity'),
      priority: withCustomer ? 2 : 3,
      render: ({ validFrom, validTo }) =>
        `${format.workDate(validFrom)} – ${validTo === null ? words('openEnd') : format.workDate(validTo)}`,
    },
    {
      key: 'rate',
      header: words('rate'),
      align: 'end',
      render: ({ ratePerHour }) => (ratePerHour === null ? '—' : format.money(ratePerHour)),
    },
  ]
  return (
    <DataTable
      label={words('title')}
      rows={agreements}
      rowKey={(row) => row.id}
      isQuiet={(row) => row.state === 'ended'}
      columns={columns}
    />
  )
}

function BalanceCell({ agreement: { heading, balance, currency } }: { agreement: AgreementSummary }) {
  const words = useAgreementWords()
  const coverWords = useCoverWords()
  const format = useFormat()
  if (balance === null) return '—'
  const { expiresOn } = balance
  return (
    <Balance label={words('balanceOf', { name: heading })} currency={currency} {...balance}>
      {expiresOn === null ? undefined : coverWords('until', { day: format.workDate(expiresOn) })}
    </Balance>
  )
}
