import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Money } from '@timedesk/contracts/primitives'
import { useFormat } from '@timedesk/ui/format'
import type { ReactNode } from 'react'

import { createWords } from '../create-words.ts'
import { minorOf } from '../money.ts'
import { chartDanish, chartEnglish } from './chart-texts.ts'
import './charts.css'
import { useMonthNames } from './use-month-names.ts'

const useChartWords = createWords('charts', { en: chartEnglish, da: chartDanish })

const PERCENT = 100

export type Series<Month> = { key: string; label: string; look: 'quiet' | 'strong'; read: (month: Month) => Money }

type MonthChartProps<Month> = {
  text: string
  months: readonly Month[]
  series: readonly Series<Month>[]
  /** The same figures as a table. */
  table: ReactNode
}

/** Amounts month by month, as bars or as a table of the same figures. */
export function MonthChart<Month extends { month: string }>({ text, table, ...bars }: MonthChartProps<Month>) {
  const words = useChartWords()
  const [isTable, toggle] = useDisclosure(false)
  return (
    <figure className="desk-chart-figure">
      <figcaption>
        <span className="desk-quiet">{text}</span>
        <ul className="desk-chart-key">
          {bars.series.map(({ key, label, look }) => (
            <li key={key}>
              <span data-look={look} aria-hidden="true" /> {label}
            </li>
          ))}
        </ul>
        <Button variant="subtle" size="compact-sm" onClick={toggle.toggle}>
          {words(isTable ? 'asChart' : 'asTable')}
        </Button>
      </figcaption>
      {isTable ? table : <MonthBars {...bars} />}
    </figure>
  )
}

type MonthBarsProps<Month> = Pick<MonthChartProps<Month>, 'months' | 'series'>

/** The bars alone, where the table stands beside them; each month is told in words too. */
export function MonthBars<Month extends { month: string }>({ months, series }: MonthBarsProps<Month>) {
  const format = useFormat()
  const monthName = useMonthNames('short')
  const highest = Math.max(1, ...months.flatMap((month) => series.map(({ read }) => minorOf(read(month)))))
  const told = (month: Month) =>
    `${monthName(month.month)}: ${series.map(({ label, read }) => `${label} ${format.money(read(month))}`).join(', ')}`
  return (
    <div className="desk-chart" role="img" aria-label={months.map(told).join('; ')}>
      {months.map((month) => (
        <div key={month.month} className="desk-chart-month" title={told(month)}>
          <div className="desk-chart-bars">
            {series.map(({ key, look, read }) => (
              <span
                key={key}
                data-look={look}
                style={{ blockSize: `${(Math.max(0, minorOf(read(month))) / highest) * PERCENT}%` }}
              />
            ))}
          </div>
          <span className="desk-chart-label">{monthName(month.month)}</span>
        </div>
      ))}
    </div>
  )
}
