import { Anchor } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { DeferredRow } from '@timedesk/contracts/reports'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { ListTools } from '../../shared/lists/list-tools.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { isZero } from '../../shared/money.ts'
import { Figures } from '../../shared/panels/facts.tsx'
import { paths } from '../../shared/paths.ts'
import { PeriodPicker } from '../../shared/periods/period-picker.tsx'
import { usePeriod } from '../../shared/periods/use-period.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { CustomerFilter } from './filter-pickers.tsx'
import { reportFiles, reportQueries, type DeferredAnswer } from './queries.ts'
import { ReportFace } from './report-face.tsx'
import { ReportHead } from './report-head.tsx'
import './reports.css'
import { useAmount } from './use-amount.ts'
import { useReportWords } from './use-report-words.ts'

const FIGURES = ['opening', 'sold', 'recognised', 'breakage', 'credited', 'closing'] as const

/** What was paid ahead, from one end of the period to the other. */
export function DeferredReport() {
  const words = useReportWords()
  const { company } = useMe()
  const filters = useUrlFilters()
  const period = usePeriod(filters, 'month')
  const customerId = filters.get('customer')
  const query = { from: period.from, to: period.to, ...(customerId !== undefined && { customerId }) }
  const deferred = useQuery(reportQueries.deferred(query))
  return (
    <>
      <ReportHead
        report="deferred"
        text={words('deferredText', { currency: company.currency })}
        files={reportFiles.deferred(query)}
      />
      <ListTools>
        <PeriodPicker filters={filters} period={period} />
        <CustomerFilter filters={filters} />
      </ListTools>
      <ReportFace query={deferred}>{(answer) => <RollForward answer={answer} />}</ReportFace>
    </>
  )
}

function RollForward({ answer: { data, totals, ties } }: { answer: DeferredAnswer }) {
  const words = useReportWords()
  const format = useFormat()
  const { amount } = useAmount()
  return (
    <>
      <Ties ties={ties} />
      <Figures facts={FIGURES.map((name) => ({ label: words(name), value: format.money(totals[name]) }))} />
      <DataTable
        label={words('deferred')}
        rows={data}
        rowKey={({ key }) => key}
        totals={{
          what: words('total'),
          ...Object.fromEntries(FIGURES.map((name) => [name, amount(totals[name])])),
        }}
        columns={[
          { key: 'what', header: words('what'), priority: 1, render: (row) => <What row={row} /> },
          {
            key: 'customer',
            header: words('customer'),
            render: ({ customerName, agreementName }) => (
              <span className="desk-stack">
                <span>{customerName}</span>
                <span className="desk-quiet desk-small">{agreementName}</span>
              </span>
            ),
          },
          ...FIGURES.map((name): DataColumn<DeferredRow> => ({
            key: name,
            header: words(name),
            align: 'end',
            render: (row) => (isZero(row[name]) ? '—' : amount(row[name])),
          })),
        ]}
      />
    </>
  )
}

function What({ row: { kind, key, name } }: { row: DeferredRow }) {
  const words = useReportWords()
  return (
    <span className="desk-stack">
      {kind === 'voucher' ? (
        <Anchor component={Link} to={paths.voucher(key)}>
          {name}
        </Anchor>
      ) : (
        <span>{name}</span>
      )}
      <span className="desk-quiet desk-small">{words(`kind_${kind}`)}</span>
    </span>
  )
}

function Ties({ ties }: { ties: boolean }) {
  const words = useReportWords()
  const Icon = ties ? IconCircleCheck : IconAlertTriangle
  return (
    <p className="desk-report-check" {...(!ties && { role: 'alert' })}>
      <Mark kind={ties ? 'good' : 'bad'}>
        <Icon size={13} stroke={2} aria-hidden="true" /> {words(ties ? 'ties' : 'tiesNot')}
      </Mark>
      <span>{words(ties ? 'rollForward' : 'tiesNotText')}</span>
    </p>
  )
}
