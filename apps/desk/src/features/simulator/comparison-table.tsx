import type { Money } from '@timedesk/contracts/primitives'
import type { Simulation } from '@timedesk/contracts/simulation'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'

import { minorOf } from '../../shared/money.ts'
import { signed } from '../../shared/signed.ts'
import { useSimulatorWords } from './use-simulator-words.ts'

type Side = Simulation['draft']
type Row = { key: string; label: string; today: string; draft: string; difference: string; isTotal: boolean }

const CHARGED = ['time', 'overage', 'fees', 'vouchers', 'total'] as const
const MONEY = ['earned', 'unused', 'cost', 'profit'] as const
const TOTALS: readonly string[] = ['total', 'profit']

/** The same work twice: as it was covered, and under the draft. */
export function ComparisonTable({ simulation }: { simulation: Simulation }) {
  const words = useSimulatorWords()
  const cell = (text: string, { isTotal }: Row) => (isTotal ? <strong>{text}</strong> : text)
  return (
    <DataTable
      label={words('comparison')}
      rows={useRows(simulation)}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', header: words('what'), priority: 1, render: (row) => cell(row.label, row) },
        { key: 'today', header: words('today'), align: 'end', render: (row) => cell(row.today, row) },
        { key: 'draft', header: words('draft'), align: 'end', render: (row) => cell(row.draft, row) },
        { key: 'difference', header: words('difference'), align: 'end', render: (row) => cell(row.difference, row) },
      ]}
    />
  )
}

function useRows({ today, draft, currency }: Simulation): Row[] {
  const words = useSimulatorWords()
  const format = useFormat()
  const money = (key: (typeof CHARGED)[number] | (typeof MONEY)[number], sides: [Money, Money]): Row => ({
    ...{ key, label: words(key), today: format.money(sides[0]), draft: format.money(sides[1]) },
    difference: signed(minorOf(sides[1]) - minorOf(sides[0]), (minor) => format.minor(minor, currency)),
    isTotal: TOTALS.includes(key),
  })
  const minutes = (key: 'billable' | 'covered' | 'beyond', read: (side: Side) => number): Row => ({
    ...{ key, label: words(key), today: format.minutes(read(today)), draft: format.minutes(read(draft)) },
    difference: signed(read(draft) - read(today), format.minutes),
    isTotal: false,
  })
  return [
    ...CHARGED.map((key) => money(key, [today.charged[key], draft.charged[key]])),
    ...MONEY.flatMap((key) => {
      const [before, after] = [today[key], draft[key]]
      return before === null || after === null ? [] : [money(key, [before, after])]
    }),
    ...useMargins(today, draft),
    minutes('billable', ({ billableMinutes }) => billableMinutes),
    minutes('covered', ({ coveredMinutes }) => coveredMinutes),
    minutes('beyond', ({ overageMinutes }) => overageMinutes),
  ]
}

function useMargins(today: Side, draft: Side): Row[] {
  const words = useSimulatorWords()
  const format = useFormat()
  if (today.margin === null && draft.margin === null) return []
  const marginOf = ({ margin }: Side) => (margin === null ? '—' : words('marginOf', { percent: format.factor(margin) }))
  return [
    {
      ...{ key: 'margin', label: words('margin'), today: marginOf(today), draft: marginOf(draft) },
      ...{ difference: '', isTotal: false },
    },
  ]
}
