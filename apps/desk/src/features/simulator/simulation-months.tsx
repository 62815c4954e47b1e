import type { Simulation } from '@timedesk/contracts/simulation'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'

import { MonthChart } from '../../shared/charts/month-chart.tsx'
import { useMonthNames } from '../../shared/charts/use-month-names.ts'
import { useSimulatorWords } from './use-simulator-words.ts'

type Month = Simulation['months'][number]

/** What the customer pays in each month, today and under the draft. */
export function SimulationMonths({ months }: { months: readonly Month[] }) {
  const words = useSimulatorWords()
  return (
    <MonthChart
      text={words('chartText')}
      months={months}
      series={[
        { key: 'today', label: words('today'), look: 'quiet', read: ({ today }) => today },
        { key: 'draft', label: words('draft'), look: 'strong', read: ({ draft }) => draft },
      ]}
      table={<MonthTable months={months} />}
    />
  )
}

function MonthTable({ months }: { months: readonly Month[] }) {
  const words = useSimulatorWords()
  const format = useFormat()
  const monthName = useMonthNames('long')
  return (
    <DataTable
      label={words('chart')}
      rows={months}
      rowKey={({ month }) => month}
      columns={[
        { key: 'month', header: words('month'), priority: 1, render: ({ month }) => monthName(month) },
        { key: 'worked', header: words('worked'), align: 'end', render: ({ minutes }) => format.minutes(minutes) },
        { key: 'today', header: words('today'), align: 'end', render: ({ today }) => format.money(today) },
        { key: 'draft', header: words('draft'), align: 'end', render: ({ draft }) => format.money(draft) },
        {
          key: 'beyond',
          header: words('beyond'),
          align: 'end',
          render: ({ draftOverageMinutes }) => format.minutes(draftOverageMinutes),
        },
      ]}
    />
  )
}
