import { Anchor } from '@mantine/core'
import type { PotentialRow } from '@timedesk/contracts/potential'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { useCoverWords } from '../../shared/cover/use-cover-words.ts'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { isZero } from '../../shared/money.ts'
import { potentialPath } from '../../shared/paths.ts'
import { AgeBar } from './age-bar.tsx'
import './potential.css'
import { usePotentialWords } from './use-potential-words.ts'

type PotentialTableProps = { rows: readonly PotentialRow[]; to: string | undefined; by: 'customer' | 'agreement' }

/** A row for each customer, or for each of its agreements; each leads to what it comes from. */
export function PotentialTable({ rows, to, by }: PotentialTableProps) {
  const words = usePotentialWords()
  const format = useFormat()
  return (
    <DataTable
      label={words('title')}
      rows={rows}
      rowKey={({ customer, agreement, ready }) => `${customer.id} ${agreement?.id ?? ''} ${ready.currency}`}
      columns={[
        {
          key: 'customer',
          header: words('customer'),
          priority: 1,
          render: (row) => <RowName {...{ row, by, to }} />,
        },
        {
          key: 'oldest',
          header: words('oldest'),
          render: ({ oldestDay }) => (oldestDay === null ? '—' : format.workDate(oldestDay)),
        },
        { key: 'ages', header: words('ages'), render: (row) => <AgeBar ages={row.ages} /> },
        { key: 'held', header: words('held'), align: 'end', render: (row) => <Held row={row} /> },
        {
          key: 'future',
          header: words('future'),
          align: 'end',
          render: ({ future }) => (isZero(future) ? '—' : format.money(future)),
        },
        {
          key: 'ready',
          header: words('ready'),
          align: 'end',
          render: ({ ready }) => <strong>{format.money(ready)}</strong>,
        },
      ]}
    />
  )
}

type RowNameProps = { row: PotentialRow } & Omit<PotentialTableProps, 'rows'>

function RowName({ row: { customer, agreement, settlement }, by, to }: RowNameProps) {
  const words = usePotentialWords()
  const coverWords = useCoverWords()
  const query = [
    ...(to === undefined ? [] : [`to=${to}`]),
    ...(agreement === null ? [] : [`agreement=${agreement.id}`]),
  ].join('&')
  const address = `${potentialPath(customer.id)}${query === '' ? '' : `&${query}`}`
  return (
    <div className="desk-stack">
      <Anchor component={Link} to={address}>
        {customer.name}
      </Anchor>
      {by === 'agreement' && (
        <span className="desk-quiet desk-small">
          {agreement?.name ?? words('noAgreement')}
          {settlement !== null && ` · ${coverWords(`settlement_${settlement}`)}`}
        </span>
      )}
    </div>
  )
}

function Held({ row: { held, heldItems } }: { row: PotentialRow }) {
  const invoicingWords = useInvoicingWords()
  const format = useFormat()
  if (heldItems.length === 0) return '—'
  return (
    <div className="desk-held">
      {!isZero(held) && <span>{format.money(held)}</span>}
      {heldItems.map(({ reason, items }) => (
        <span key={reason} className="desk-held-reason">
          {invoicingWords(`held_${reason}`, { count: items })}
        </span>
      ))}
    </div>
  )
}
