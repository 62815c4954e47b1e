import { useQuery } from '@tanstack/react-query'
import { Settlement } from '@timedesk/contracts/agreements'
import { ProfitDimension } from '@timedesk/contracts/reports'
import { useFormat } from '@timedesk/ui/format'

import { useUrlFilters, type UrlFilters } from '../../shared/lists/use-url-filters.ts'
import { Figures } from '../../shared/panels/facts.tsx'
import { usePeriod } from '../../shared/periods/use-period.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { ProfitTable } from './profit-table.tsx'
import { ProfitTools } from './profit-tools.tsx'
import { reportFiles, reportQueries, type ProfitAnswer, type ProfitQuery } from './queries.ts'
import { ReportFace } from './report-face.tsx'
import { ReportHead } from './report-head.tsx'
import './reports.css'
import { nextOrder, orderFrom, sortProfit } from './sort-profit.ts'
import { useAmount } from './use-amount.ts'
import { useReportWords } from './use-report-words.ts'

/** Revenue, cost and what is left, by any dimension; everything that is chosen stands in the address. */
export function ProfitReport() {
  const words = useReportWords()
  const { company } = useMe()
  const filters = useUrlFilters()
  const period = usePeriod(filters, 'month')
  const query = queryFrom(filters, period)
  const { by = 'customer', basis = 'recognised' } = query
  const profit = useQuery(reportQueries.profit(query))
  const usual = by === 'month' ? { key: 'name', isDescending: false } : { key: basis, isDescending: true }
  const order = orderFrom(filters.get('order'), usual)
  return (
    <>
      <ReportHead
        report="profit"
        text={words('profitText', { currency: company.currency })}
        files={reportFiles.profit(query)}
      />
      <ProfitTools {...{ filters, period, query, order }} />
      <ReportFace query={profit}>
        {(answer) => (
          <>
            <Sums answer={answer} basis={basis} />
            <ProfitTable
              {...{ by, basis, order, totals: answer.totals }}
              rows={sortRows(answer, by, order)}
              onOrder={(key) => filters.set({ order: nextOrder(key, order) })}
            />
            <p className="desk-report-note">
              {answer.isCut && <strong>{words('isCut', { count: answer.data.length })} </strong>}
              {words(`basisText_${basis}`)} {words('drillHint')}
            </p>
          </>
        )}
      </ReportFace>
    </>
  )
}

type Order = Parameters<typeof sortProfit>[1]

function sortRows({ data }: ProfitAnswer, by: string, order: Order) {
  // Months stand by their key, which counts as their name does not.
  return sortProfit(by === 'month' ? data.map((row) => ({ ...row, name: row.key })) : data, order)
}

function Sums({ answer: { totals }, basis }: { answer: ProfitAnswer; basis: 'recognised' | 'invoiced' }) {
  const words = useReportWords()
  const format = useFormat()
  const { percent } = useAmount()
  const { marginPercent } = totals
  return (
    <Figures
      facts={[
        { label: words(basis), value: format.money(totals[basis]) },
        { label: words('cost'), value: format.money(totals.cost) },
        { label: words('profit'), value: format.money(totals.profit) },
        {
          label: words('margin'),
          value: marginPercent === null ? '—' : words('marginOf', { percent: percent(marginPercent) }),
        },
      ]}
    />
  )
}

function queryFrom(filters: UrlFilters, { from, to }: { from: string; to: string }): ProfitQuery {
  const settlement = Settlement.safeParse(filters.get('settlement')).data
  const ids = {
    customerId: filters.get('customer'),
    agreementId: filters.get('agreement'),
    employeeId: filters.get('employee'),
    departmentId: filters.get('department'),
  }
  return {
    ...{ from, to },
    by: ProfitDimension.safeParse(filters.get('by')).data ?? 'customer',
    basis: filters.get('basis') === 'invoiced' ? 'invoiced' : 'recognised',
    ...Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined)),
    ...(settlement !== undefined && { settlement }),
  }
}
