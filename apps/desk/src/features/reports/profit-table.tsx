import { Anchor } from '@mantine/core'
import type { ProfitRow } from '@timedesk/contracts/reports'
import { DataTable, type DataColumn, type DataOrder } from '@timedesk/ui/data-table'
import { useFormat, type Format } from '@timedesk/ui/format'
import { Link, useSearchParams } from 'react-router'

import { minorOf } from '../../shared/money.ts'
import { drillDown } from './drill-down.ts'
import { MarginBar } from './margin-bar.tsx'
import type { ProfitAnswer, ProfitQuery } from './queries.ts'
import './reports.css'
import { useAmount } from './use-amount.ts'
import { useReportWords, type ReportWords } from './use-report-words.ts'
import { useRowName } from './use-row-name.ts'

type Figures = ProfitAnswer['totals']
type Dimension = NonNullable<ProfitQuery['by']>
type Basis = NonNullable<ProfitQuery['basis']>
type Speech = { words: ReportWords; format: Format; amount: ReturnType<typeof useAmount>['amount'] }

type ProfitTableProps = {
  rows: readonly ProfitRow[]
  totals: Figures
  by: Dimension
  basis: Basis
  order: DataOrder
  onOrder: (key: string) => void
}

/** What each earned, cost and left, with the sums of all and what belongs to none. */
export function ProfitTable({ rows, totals, by, basis, order, onOrder }: ProfitTableProps) {
  const words = useReportWords()
  const format = useFormat()
  const { amount } = useAmount()
  const figures = figureColumns({ words, format, amount }, basis)
  return (
    <DataTable
      label={words('profit')}
      rows={rows}
      rowKey={({ key }) => key}
      isQuiet={({ key }) => key === ''}
      order={order}
      onOrder={onOrder}
      totals={{
        name: words('total'),
        ...Object.fromEntries(figures.map(({ key, render }) => [key, render(totals)])),
      }}
      columns={[
        {
          key: 'name',
          header: words(`by_${by}`),
          priority: 1,
          isSortable: true,
          render: (row) => <RowName row={row} by={by} />,
        },
        ...figures,
      ]}
    />
  )
}

function RowName({ row, by }: { row: ProfitRow; by: Dimension }) {
  const words = useReportWords()
  const nameOf = useRowName(by)
  const [search] = useSearchParams()
  const deeper = drillDown(by, row, search)
  if (row.key === '') {
    return (
      <span className="desk-stack">
        <span>{words('notAllocated')}</span>
        <span className="desk-small">{words('notAllocatedText')}</span>
      </span>
    )
  }
  return deeper === null ? (
    nameOf(row)
  ) : (
    <Anchor component={Link} to={deeper}>
      {nameOf(row)}
    </Anchor>
  )
}

/** Sums have the same figures as rows, so that both are drawn alike. */
function figureColumns({ words, format, amount }: Speech, basis: Basis): DataColumn<Figures>[] {
  const other = basis === 'recognised' ? 'invoiced' : 'recognised'
  const end = { align: 'end', isSortable: true } as const
  return [
    { ...end, key: basis, header: words(basis), render: (row) => <strong>{amount(row[basis])}</strong> },
    { ...end, key: other, header: words(other), priority: 3, render: (row) => amount(row[other]) },
    { ...end, key: 'cost', header: words('cost'), render: ({ cost }) => amount(cost) },
    {
      ...end,
      key: 'profit',
      header: words('profit'),
      render: ({ profit }) => <span className={minorOf(profit) < 0 ? 'desk-loss' : undefined}>{amount(profit)}</span>,
    },
    {
      ...end,
      key: 'margin',
      header: words('margin'),
      render: ({ marginPercent }) => <MarginBar percent={marginPercent} />,
    },
    { ...end, key: 'minutes', header: words('minutes'), render: ({ minutes }) => format.minutes(minutes) },
    {
      ...end,
      key: 'billableMinutes',
      header: words('billableMinutes'),
      priority: 3,
      render: ({ billableMinutes }) => format.minutes(billableMinutes),
    },
    {
      ...end,
      key: 'effectiveRate',
      header: words('effectiveRate'),
      priority: 3,
      render: ({ effectiveRate }) => (effectiveRate === null ? '—' : amount(effectiveRate)),
    },
    {
      ...end,
      key: 'contribution',
      header: words('contribution'),
      priority: 3,
      render: ({ contribution }) => (contribution === null ? '—' : amount(contribution)),
    },
  ]
}
