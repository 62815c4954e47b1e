import { Chip, Fieldset, Group, Select, Stack, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { listTags } from '@timedesk/contracts/work-list'
import { StatusCategory } from '@timedesk/contracts/case-status'

import { useCaseWords } from '../../shared/cases/use-case-words.ts'
import { client } from '../../shared/client.ts'
import { CustomerPicker, EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { CaseTypePicker, DepartmentPicker, PriorityPicker } from '../../shared/pickers/setting-pickers.tsx'
import { ClockFilters } from './clock-filters.tsx'
import { FieldFilters } from './field-filters.tsx'
import { useNamedFilters, useStatusName } from './filter-names.ts'
import type { WorkFilters } from './filters.ts'
import { useFilterWords } from './use-filter-words.ts'

type FilterPanelProps = { filters: WorkFilters; onChange: (changes: Partial<WorkFilters>) => void }

/** Every filter of the work list as a form; each choice counts at once. */
export function FilterPanel({ filters, onChange }: FilterPanelProps) {
  const words = useCaseWords()
  const listWords = useFilterWords()
  const statusName = useStatusName()
  const named = useNamedFilters(filters)
  const tags = useQuery({
    queryKey: ['tags'],
    queryFn: async ({ signal }) => (await client.call(listTags, { signal })).data,
  })

  return (
    <Stack gap="md">
      <Fieldset legend={words('status')} variant="unstyled">
        <Chip.Group
          multiple
          value={filters.status}
          onChange={(chosen) => onChange({ status: StatusCategory.options.filter((one) => chosen.includes(one)) })}
        >
          <Group gap={6} mt={6}>
            {StatusCategory.options.map((category) => (
              <Chip key={category} value={category} size="xs">
                {statusName(category)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Fieldset>
      <ClockFilters filters={filters} onChange={onChange} />
      <PriorityPicker
        label={words('priority')}
        value={filters.priority}
        clearable
        onChange={(priority) => onChange({ priority })}
      />
      <CaseTypePicker label={words('type')} value={filters.type} onChange={(type) => onChange({ type })} />
      <DepartmentPicker
        label={words('department')}
        value={filters.department}
        onChange={(department) => onChange({ department })}
      />
      <CustomerPicker
        label={words('customer')}
        value={named.customer}
        onChange={(customer) => onChange({ customer: customer?.id ?? null })}
      />
      <EmployeePicker
        label={words('responsible')}
        value={named.responsible}
        onChange={(responsible) => onChange({ responsible: responsible?.id ?? null })}
      />
      <Select
        label={words('tag')}
        data={tags.data ?? []}
        value={filters.tag}
        searchable
        clearable
        onChange={(tag) => onChange({ tag })}
      />
      <FieldFilters filters={filters.fields} onChange={(fields) => onChange({ fields })} />
      <Switch
        label={listWords('unread')}
        checked={filters.isUnread}
        onChange={(event) => onChange({ isUnread: event.currentTarget.checked })}
      />
      <Switch
        label={listWords('withEnded')}
        checked={filters.withEnded}
        onChange={(event) => onChange({ withEnded: event.currentTarget.checked })}
      />
    </Stack>
  )
}
