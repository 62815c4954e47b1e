import { Button } from '@mantine/core'
import { IconCircleCheck, IconSearchOff } from '@tabler/icons-react'
import { EmptyState } from '@timedesk/ui/empty-state'
import { FilterChips } from '@timedesk/ui/filter-chips'
import { Link } from 'react-router'

import { paths, workListPath } from '../../shared/paths.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { useFilterChips } from './filter-names.ts'
import { withoutFilter, type WorkFilters } from './filters.ts'
import { useFilterWords } from './use-filter-words.ts'

type EmptyListProps = { filters: WorkFilters; onChange: (changes: Partial<WorkFilters>) => void }

/** Why there is nothing, and what to do about it. */
export function EmptyList({ filters, onChange }: EmptyListProps) {
  const words = useFilterWords()
  const chips = useFilterChips(filters)
  const { view } = filters
  const may = useMay()
  if (chips.length > 0) {
    return (
      <EmptyState
        title={words('nothingTitle')}
        icon={<IconSearchOff size={26} stroke={1.4} />}
        actions={
          <FilterChips
            chips={chips}
            onRemove={(key) => onChange(withoutFilter(filters, key))}
            onClearAll={() => onChange(withoutFilter(filters))}
          />
        }
      >
        {words('nothingText')}
      </EmptyState>
    )
  }
  if (view === 'all') {
    return (
      <EmptyState
        title={words('emptyTitle')}
        actions={
          may('case:write') && (
            <Button component={Link} to={paths.newCase}>
              {words('newCase')}
            </Button>
          )
        }
      >
        {words('emptyText')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={words('emptyMineTitle')}
      icon={<IconCircleCheck size={26} stroke={1.4} />}
      actions={
        view !== 'unassigned' && (
          <Button component={Link} to={workListPath('unassigned')} variant="default">
            {words('showUnassigned')}
          </Button>
        )
      }
    >
      {view !== 'unassigned' && words('emptyMineText')}
    </EmptyState>
  )
}
