import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Simulation } from '@timedesk/contracts/simulation'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { useLanguage } from '@timedesk/ui/use-language'

import { minorOf } from '../../shared/money.ts'
import { useSimulatorWords } from './use-simulator-words.ts'

type Month = Simulation['months'][number]

const SIDES = ['today', 'draft'] as const
const PERCENT = 100

/** What the customer pays in each month, as bars or as a table of the same figures. */
export function MonthChart({ months }: { months: readonly Month[] }) {
  const words = useSimulatorWords()
  const [isTable, table] = useDisclosure(false)
  return (
    <figure className="desk-chart-figure">
      <figcaption>
        <span className="desk-quiet">{words('chartText')}</span>
        <ul className="desk-chart-key">
          {SIDES.map((side) => (
            <li key={side}>
              <span data-side={side} aria-hidden="true" /> {words(side)}
            </li>
          ))}
        </ul>
        <Button variant="subtle" size="compact-sm" onClick={table.toggle}>
          {words(isTable ? 'asChart' : 'asTable')}
        </Button>
      </figcaption>
      {isTable ? <MonthTable months={months} /> : <Bars months={months} />}
    </figure>
  )
}

function Bars({ months }: { months: readonly Month[] }) {
  const words = useSimulatorWords()
  const format = useFormat()
  const monthName = useMonthNames('short')
  const highest = Math.max(1, ...months.flatMap((month) => SIDES.map((side) => minorOf(month[side]))))
  const told = (month: Month) =>
    `${monthName(month.month)}: ${SIDES.map((side) => `${words(side)} ${format.money(month[side])}`).join(', ')}`
  return (
    <div className="desk-chart" role="img" aria-label={months.map(told).join('; ')}>
      {months.map((month) => (
        <div key={month.month} className="desk-chart-month" title={told(month)}>
          <div className="desk-chart-bars">
            {SIDES.map((side) => (
              <span
                key={side}
                data-side={side}
                style={{ blockSize: `${(Math.max(0, minorOf(month[side])) / highest) * PERCENT}%` }}
              />
            ))}
          </div>
          <span className="desk-chart-label">{monthName(month.month)}</span>
        </div>
      ))}
    </div>
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

function useMonthNames(style: 'short' | 'long'): (month: string) => string {
  const { language } = useLanguage()
  const name = new Intl.DateTimeFormat(language, {
    month: style,
    timeZone: 'UTC',
    ...(style === 'long' && { year: 'numeric' }),
  })
  return (month) => name.format(new Date(`${month}-01T00:00:00Z`))
}
