import { Drawer } from '@mantine/core'

import { FilterPanel } from './filter-panel.tsx'
import type { WorkFilters } from './filters.ts'
import { useWorkListWords } from './use-work-list-words.ts'

type FilterDrawerProps = {
  isOpen: boolean
  onClose: () => void
  filters: WorkFilters
  onChange: (changes: Partial<WorkFilters>) => void
}

/** All filters, beside the list they narrow. */
export function FilterDrawer({ isOpen, onClose, filters, onChange }: FilterDrawerProps) {
  const words = useWorkListWords()
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" size="sm" title={words('filters')}>
      <FilterPanel filters={filters} onChange={onChange} />
    </Drawer>
  )
}
