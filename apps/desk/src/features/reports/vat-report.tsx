import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { VatCategoryCode } from '@timedesk/contracts/invoice'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'

import { ListTools } from '../../shared/lists/list-tools.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { sumMoney } from '../../shared/money.ts'
import { PeriodPicker } from '../../shared/periods/period-picker.tsx'
import { usePeriod } from '../../shared/periods/use-period.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { reportFiles, reportQueries, type VatAnswer } from './queries.ts'
import { ReportFace } from './report-face.tsx'
import { ReportHead } from './report-head.tsx'
import './reports.css'
import { useAmount } from './use-amount.ts'
import { useReportWords } from './use-report-words.ts'

type Row = VatAnswer['data'][number]

const SUMS = ['invoices', 'credits', 'base', 'vat'] as const
const HEADERS = { invoices: 'invoicesFigure', credits: 'creditNotes', base: 'base', vat: 'vatFigure' } as const

/** The VAT of a period, and whether a number is missing. */
export function VatReport() {
  const words = useReportWords()
  const { company } = useMe()
  const filters = useUrlFilters()
  const period = usePeriod(filters, 'quarter')
  const query = { from: period.from, to: period.to }
  const vat = useQuery(reportQueries.vat(query))
  return (
    <>
      <ReportHead report="vat" text={words('vatText', { currency: company.currency })} files={reportFiles.vat(query)} />
      <ListTools>
        <PeriodPicker filters={filters} period={period} />
      </ListTools>
      <ReportFace query={vat}>
        {(answer) => (
          <>
            <GapCheck answer={answer} />
            <VatTable rows={answer.data} />
          </>
        )}
      </ReportFace>
    </>
  )
}

function GapCheck({ answer: { documents, gaps } }: { answer: VatAnswer }) {
  const words = useReportWords()
  const format = useFormat()
  const isWhole = gaps.length === 0
  const Icon = isWhole ? IconCircleCheck : IconAlertTriangle
  return (
    <p className="desk-report-check" {...(!isWhole && { role: 'alert' })}>
      <Mark kind={isWhole ? 'good' : 'bad'}>
        <Icon size={13} stroke={2} aria-hidden="true" /> {words(isWhole ? 'noGaps' : 'gaps')}
      </Mark>
      <span>
        {isWhole
          ? `${words('documents')}: ${format.number(documents)}`
          : words('gapsText', { numbers: gaps.join(', ') })}
      </span>
    </p>
  )
}

function VatTable({ rows }: { rows: readonly Row[] }) {
  const words = useReportWords()
  const format = useFormat()
  const figures = useAmount()
  const total = (name: (typeof SUMS)[number]) => {
    const sum = sumMoney(rows.map((row) => row[name]))
    return sum === null ? '—' : figures.amount(sum)
  }
  return (
    <DataTable
      label={words('vat')}
      rows={rows}
      rowKey={({ category, rate }) => `${category} ${rate}`}
      totals={{ category: words('total'), ...Object.fromEntries(SUMS.map((name) => [name, total(name)])) }}
      columns={[
        { key: 'category', header: words('category'), priority: 1, render: (row) => <Category row={row} /> },
        {
          key: 'rate',
          header: words('rate'),
          align: 'end',
          render: ({ rate }) => words('marginOf', { percent: format.factor(rate) }),
        },
        ...SUMS.map((name) => ({
          key: name,
          header: words(HEADERS[name]),
          align: 'end' as const,
          render: (row: Row) => {
            const amount = figures.amount(row[name])
            return name === 'vat' ? <strong>{amount}</strong> : amount
          },
        })),
      ]}
    />
  )
}

function Category({ row: { category } }: { row: Row }) {
  const words = useReportWords()
  const code = VatCategoryCode.safeParse(category).data
  return code === undefined ? category : words(`category_${code}`)
}
