import { useQuery } from '@tanstack/react-query'
import { DataTable } from '@timedesk/ui/data-table'

import { MonthBars } from '../../shared/charts/month-chart.tsx'
import { useMonthNames } from '../../shared/charts/use-month-names.ts'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { isZero, sumMoney } from '../../shared/money.ts'
import { Panel } from '../../shared/panels/panel.tsx'
import { PeriodPicker } from '../../shared/periods/period-picker.tsx'
import { usePeriod } from '../../shared/periods/use-period.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { CustomerFilter } from './filter-pickers.tsx'
import { reportFiles, reportQueries, type TurnoverAnswer } from './queries.ts'
import { ReportFace } from './report-face.tsx'
import { ReportHead } from './report-head.tsx'
import './reports.css'
import { useAmount } from './use-amount.ts'
import { useReportWords } from './use-report-words.ts'

type Month = TurnoverAnswer['data'][number]

const PARTS = ['timeSpent', 'overage', 'vouchers', 'subscriptions', 'other', 'credits'] as const
const SUMS = ['invoiced', 'recognised', 'writtenDown'] as const
const FIGURES = [...PARTS, ...SUMS] as const

/** What was invoiced month by month, and what for. */
export function TurnoverReport() {
  const words = useReportWords()
  const { company } = useMe()
  const filters = useUrlFilters()
  const period = usePeriod(filters, 'year')
  const customerId = filters.get('customer')
  const query = { from: period.from, to: period.to, ...(customerId !== undefined && { customerId }) }
  const turnover = useQuery(reportQueries.turnover(query))
  return (
    <>
      <ReportHead
        report="turnover"
        text={words('turnoverText', { currency: company.currency })}
        files={reportFiles.turnover(query)}
      />
      <ListTools>
        <PeriodPicker filters={filters} period={period} />
        <CustomerFilter filters={filters} />
      </ListTools>
      <ReportFace query={turnover}>
        {({ data }) => (
          <>
            <Panel title={words('chart')}>
              <TurnoverChart months={data} />
            </Panel>
            <TurnoverTable months={data} />
          </>
        )}
      </ReportFace>
    </>
  )
}

function TurnoverChart({ months }: { months: readonly Month[] }) {
  const words = useReportWords()
  const series = [
    { key: 'invoiced', label: words('invoiced'), look: 'strong', read: ({ invoiced }: Month) => invoiced },
    { key: 'recognised', label: words('recognised'), look: 'quiet', read: ({ recognised }: Month) => recognised },
  ] as const
  return (
    <figure className="desk-chart-figure">
      <figcaption>
        <span className="desk-quiet">{words('chartText')}</span>
        <ul className="desk-chart-key">
          {series.map(({ key, label, look }) => (
            <li key={key}>
              <span data-look={look} aria-hidden="true" /> {label}
            </li>
          ))}
        </ul>
      </figcaption>
      <MonthBars months={months} series={series} />
    </figure>
  )
}

function TurnoverTable({ months }: { months: readonly Month[] }) {
  const words = useReportWords()
  const { amount } = useAmount()
  const monthName = useMonthNames('long')
  const total = (name: (typeof FIGURES)[number]) => {
    const sum = sumMoney(months.map((month) => month[name]))
    return sum === null ? '—' : amount(sum)
  }
  return (
    <DataTable
      label={words('turnover')}
      rows={months}
      rowKey={({ month }) => month}
      totals={{ month: words('total'), ...Object.fromEntries(FIGURES.map((name) => [name, total(name)])) }}
      columns={[
        {
          key: 'month',
          header: words('month'),
          priority: 1,
          render: ({ month }) => <span className="desk-nowrap">{monthName(month)}</span>,
        },
        ...FIGURES.map((name) => ({
          key: name,
          header: words(name),
          align: 'end' as const,
          render: (month: Month) => {
            if (isZero(month[name])) return '—'
            return name === 'invoiced' ? <strong>{amount(month[name])}</strong> : amount(month[name])
          },
        })),
      ]}
    />
  )
}
