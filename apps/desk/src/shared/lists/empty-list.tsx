import { Button } from '@mantine/core'
import { EmptyState } from '@timedesk/ui/empty-state'
import type { ReactNode } from 'react'

import { useListWords } from './use-list-words.ts'
import type { UrlFilters } from './use-url-filters.ts'

type EmptyListProps = { filters: UrlFilters; title: string; text: string; actions?: ReactNode }

/** No rows: because of the filters, which can be cleared here, or because there is nothing yet. */
export function EmptyList({ filters, title, text, actions }: EmptyListProps) {
  const words = useListWords()
  if (!filters.isFiltered) {
    return (
      <EmptyState title={title} actions={actions}>
        {text}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={words('filteredTitle')}
      actions={
        <Button variant="default" onClick={filters.clear}>
          {words('clearFilters')}
        </Button>
      }
    >
      {words('filteredText')}
    </EmptyState>
  )
}
