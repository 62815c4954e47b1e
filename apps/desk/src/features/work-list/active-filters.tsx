import { FilterChips } from '@timedesk/ui/filter-chips'

import { useFilterChips } from './filter-names.ts'
import { withoutFilter, type WorkFilters } from './filters.ts'

type ActiveFiltersProps = { filters: WorkFilters; onChange: (changes: Partial<WorkFilters>) => void }

/** The filters that are on, each to be taken away. */
export function ActiveFilters({ filters, onChange }: ActiveFiltersProps) {
  const chips = useFilterChips(filters)
  return (
    <FilterChips
      chips={chips}
      onRemove={(key) => onChange(withoutFilter(filters, key))}
      onClearAll={() => onChange(withoutFilter(filters))}
    />
  )
}
