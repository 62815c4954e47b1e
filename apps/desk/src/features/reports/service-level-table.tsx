import { Anchor } from '@mantine/core'
import type { ServiceLevelRow } from '@timedesk/contracts/service-levels'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { useFormat, type Format } from '@timedesk/ui/format'
import { Link, useSearchParams } from 'react-router'

import { useMonthNames } from '../../shared/charts/use-month-names.ts'
import type { ServiceLevelAnswer, ServiceLevelQuery } from './queries.ts'
import { useReportWords } from './use-report-words.ts'
import { useServiceLevelWords, type ServiceLevelWords } from './use-service-level-words.ts'

type Dimension = NonNullable<ServiceLevelQuery['by']>
type Figures = ServiceLevelAnswer['totals']
const MONTH = /^\d{4}-\d{2}$/u
const PROMISES = ['firstResponses', 'nextResponses', 'resolutions', 'deadlines'] as const

/** What a row of the report is called. */
export function useServiceLevelName(by: Dimension): (row: Pick<ServiceLevelRow, 'key' | 'name'>) => string {
  const words = useServiceLevelWords()
  const monthName = useMonthNames('long')
  return ({ key, name }) => {
    if (key === '') return words('without')
    // While another dimension is read, the rows before are still those of the last one.
    return by === 'month' && MONTH.test(key) ? monthName(key) : name
  }
}

/** Response, resolution and promises of each, with those of all. A row opens its cases. */
export function ServiceLevelTable({ answer, by }: { answer: ServiceLevelAnswer; by: Dimension }) {
  const words = useServiceLevelWords()
  const reportWords = useReportWords()
  const format = useFormat()
  const nameOf = useServiceLevelName(by)
  const [search] = useSearchParams()
  const figures = figureColumns(words, format)
  const toRow = (key: string) => {
    const deeper = new URLSearchParams(search)
    deeper.set('row', key)
    return `?${deeper.toString()}`
  }
  return (
    <DataTable
      label={words('cases')}
      rows={answer.data}
      rowKey={({ key }) => key}
      isQuiet={({ key }) => key === ''}
      totals={{
        name: reportWords('total'),
        ...Object.fromEntries(figures.map(({ key, render }) => [key, render(answer.totals)])),
      }}
      columns={[
        {
          key: 'name',
          header: words(`by_${by}`),
          priority: 1,
          render: (row) => (
            <Anchor component={Link} to={toRow(row.key)}>
              {nameOf(row)}
            </Anchor>
          ),
        },
        ...figures,
      ]}
    />
  )
}

/** Sums have the same figures as rows, so that both are drawn alike. */
function figureColumns(words: ServiceLevelWords, format: Format): DataColumn<Figures>[] {
  const end = { align: 'end' } as const
  const minutes = (value: number | null) => (value === null ? '—' : format.minutes(Math.round(value)))
  return [
    { ...end, key: 'cases', header: words('cases'), render: ({ cases }) => format.number(cases) },
    {
      ...{ ...end, key: 'response', header: words('response') },
      render: ({ response }) => <Measured measured={response} words={words} minutes={minutes} />,
    },
    {
      ...{ ...end, key: 'resolution', header: words('resolution') },
      render: ({ resolution }) => <Measured measured={resolution} words={words} minutes={minutes} />,
    },
    {
      ...{ ...end, key: 'paused', header: words('paused'), priority: 3 },
      render: ({ pausedMinutes }) => minutes(pausedMinutes),
    },
    ...PROMISES.map((promise) => ({
      ...{ ...end, key: promise, header: words(promise) },
      render: (row: Figures) => <Kept promise={row[promise]} words={words} format={format} />,
    })),
    { ...end, key: 'breaches', header: words('breaches'), render: ({ breaches }) => format.number(breaches) },
  ]
}

type MeasuredProps = {
  measured: Figures['response']
  words: ServiceLevelWords
  minutes: (value: number | null) => string
}

/** The middle one, and below it what is usual and what the slowest took. */
function Measured({ measured, words, minutes }: MeasuredProps) {
  const { medianMinutes, averageMinutes, p90Minutes } = measured
  return (
    <span className="desk-stack desk-nowrap">
      <strong>{minutes(medianMinutes)}</strong>
      <span className="desk-quiet desk-small">
        {words('spread', { average: minutes(averageMinutes), p90: minutes(p90Minutes) })}
      </span>
    </span>
  )
}

type KeptProps = { promise: Figures['resolutions']; words: ServiceLevelWords; format: Format }

function Kept({ promise: { met, missed, metPercent }, words, format }: KeptProps) {
  if (metPercent === null) return '—'
  return (
    <span className="desk-nowrap">
      {words('kept', { percent: format.factor(metPercent), met: format.number(met), all: format.number(met + missed) })}
    </span>
  )
}
