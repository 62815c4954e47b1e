import { SegmentedControl, Select } from '@mantine/core'
import { Settlement } from '@timedesk/contracts/agreements'
import { ProfitDimension } from '@timedesk/contracts/reports'
import type { DataOrder } from '@timedesk/ui/data-table'
import { useId } from 'react'

import { useCoverWords } from '../../shared/cover/use-cover-words.ts'
import { FilterSelect } from '../../shared/lists/filter-select.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import type { UrlFilters } from '../../shared/lists/use-url-filters.ts'
import { PeriodPicker } from '../../shared/periods/period-picker.tsx'
import type { usePeriod } from '../../shared/periods/use-period.ts'
import { DepartmentPicker } from '../../shared/pickers/setting-pickers.tsx'
import { AgreementFilter, CustomerFilter, EmployeeFilter } from './filter-pickers.tsx'
import type { ProfitQuery } from './queries.ts'
import './reports.css'
import { nextOrder, profitOrders } from './sort-profit.ts'
import { useReportWords } from './use-report-words.ts'

const BASES = ['recognised', 'invoiced'] as const

type ProfitToolsProps = {
  filters: UrlFilters
  period: ReturnType<typeof usePeriod>
  query: ProfitQuery
  order: DataOrder
}

/** What the report is of: the period, what is a row, when revenue counts, and what is left out. */
export function ProfitTools({ filters, period, query, order }: ProfitToolsProps) {
  const words = useReportWords()
  const coverWords = useCoverWords()
  const basisId = useId()
  return (
    <>
      <ListTools>
        <PeriodPicker filters={filters} period={period} />
        <div role="group" aria-labelledby={basisId} className="desk-period">
          <span id={basisId} className="desk-quiet desk-small">
            {words('basis')}
          </span>
          <SegmentedControl
            size="xs"
            aria-labelledby={basisId}
            value={query.basis ?? 'recognised'}
            onChange={(basis) => filters.set({ basis: basis === 'recognised' ? undefined : basis })}
            data={BASES.map((basis) => ({ value: basis, label: words(`basis_${basis}`) }))}
          />
        </div>
      </ListTools>
      <ListTools>
        <Select
          label={words('by')}
          allowDeselect={false}
          data={ProfitDimension.options.map((by) => ({ value: by, label: words(`by_${by}`) }))}
          value={query.by ?? 'customer'}
          onChange={(by) => filters.set({ by: by ?? undefined, order: undefined })}
        />
        <CustomerFilter filters={filters} />
        <AgreementFilter filters={filters} />
        <EmployeeFilter filters={filters} />
        <DepartmentPicker
          label={words('by_department')}
          placeholder={words('anyDepartment')}
          clearable
          value={query.departmentId ?? null}
          onChange={(chosen) => filters.set({ department: chosen ?? undefined })}
        />
        <FilterSelect
          {...{ filters, name: 'settlement', label: words('by_settlement'), anyLabel: words('anySettlement') }}
          withLabel
          options={Settlement.options}
          wordOf={(option) => coverWords(`settlement_${option}`)}
          value={query.settlement}
        />
        <Select
          className="desk-report-order"
          label={words('sortedBy')}
          allowDeselect={false}
          data={profitOrders.map((key) => ({ value: key, label: words(key) }))}
          value={order.key}
          onChange={(key) => key !== null && key !== order.key && filters.set({ order: nextOrder(key, order) })}
        />
      </ListTools>
    </>
  )
}
