import { SegmentedControl } from '@mantine/core'

import { useListWords } from './use-list-words.ts'
import type { UrlFilters } from './use-url-filters.ts'

/** Active, inactive or all; held in the address. */
export function ActiveSwitch({ filters }: { filters: UrlFilters }) {
  const words = useListWords()
  return (
    <SegmentedControl
      size="xs"
      aria-label={words('showWhich')}
      value={filters.get('show') ?? 'active'}
      onChange={(show) => filters.set({ show: show === 'active' ? undefined : show })}
      data={[
        { value: 'active', label: words('active') },
        { value: 'inactive', label: words('inactive') },
        { value: 'all', label: words('everything') },
      ]}
    />
  )
}
