import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ServiceLevelDimension } from '@timedesk/contracts/service-levels'
import { useLanguage } from '@timedesk/ui/use-language'

import { customFieldQueries } from '../../shared/custom-fields/custom-field-queries.ts'
import { fieldName } from '@timedesk/ui/field-names'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import type { UrlFilters } from '../../shared/lists/use-url-filters.ts'
import { PeriodPicker } from '../../shared/periods/period-picker.tsx'
import type { usePeriod } from '../../shared/periods/use-period.ts'
import { CaseTypePicker, DepartmentPicker, PriorityPicker } from '../../shared/pickers/setting-pickers.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { usableOptions } from '../../shared/settings/usable-options.ts'
import { CustomerFilter, EmployeeFilter } from './filter-pickers.tsx'
import type { ServiceLevelQuery } from './queries.ts'
import { useReportWords } from './use-report-words.ts'
import { useServiceLevelWords } from './use-service-level-words.ts'

type ServiceLevelToolsProps = {
  filters: UrlFilters
  period: ReturnType<typeof usePeriod>
  query: ServiceLevelQuery
}

/** Which cases the report is of, what is a row of it, and by which hours it measures. */
export function ServiceLevelTools({ filters, period, query }: ServiceLevelToolsProps) {
  const words = useServiceLevelWords()
  const reportWords = useReportWords()
  const calendars = useQuery(settingQueries.serviceCalendars())
  return (
    <>
      <ListTools>
        <PeriodPicker filters={filters} period={period} />
        <Select
          label={words('measure')}
          placeholder={words('aroundTheClock')}
          clearable
          data={usableOptions(calendars.data ?? [], query.calendarId)}
          value={query.calendarId ?? null}
          onChange={(chosen) => filters.set({ calendar: chosen ?? undefined })}
        />
      </ListTools>
      <ListTools>
        <Select
          label={words('by')}
          allowDeselect={false}
          data={ServiceLevelDimension.options.map((by) => ({ value: by, label: words(`by_${by}`) }))}
          value={query.by ?? 'priority'}
          onChange={(by) => filters.set({ by: by ?? undefined, row: undefined })}
        />
        {query.by === 'field' && <FieldFilter filters={filters} fieldId={query.fieldId} />}
        <PriorityPicker
          label={words('by_priority')}
          placeholder={words('anyPriority')}
          clearable
          value={query.priorityId ?? null}
          onChange={(chosen) => filters.set({ priority: chosen ?? undefined })}
        />
        <CaseTypePicker
          label={words('by_type')}
          placeholder={words('anyType')}
          clearable
          value={query.typeId ?? null}
          onChange={(chosen) => filters.set({ type: chosen ?? undefined })}
        />
        <CustomerFilter filters={filters} />
        <EmployeeFilter filters={filters} />
        <DepartmentPicker
          label={words('by_department')}
          placeholder={reportWords('anyDepartment')}
          clearable
          value={query.departmentId ?? null}
          onChange={(chosen) => filters.set({ department: chosen ?? undefined })}
        />
      </ListTools>
    </>
  )
}

function FieldFilter({ filters, fieldId }: { filters: UrlFilters; fieldId: string | undefined }) {
  const words = useServiceLevelWords()
  const { language } = useLanguage()
  const { data: fields = [] } = useQuery(customFieldQueries.all())
  return (
    <Select
      label={words('field')}
      allowDeselect={false}
      data={fields.map((field) => ({ value: field.id, label: fieldName(field, language) }))}
      value={fieldId ?? null}
      onChange={(chosen) => filters.set({ field: chosen ?? undefined, row: undefined })}
    />
  )
}
