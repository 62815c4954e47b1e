import { Button, Drawer, Stack, Text } from '@mantine/core'

import type { ListState } from '../use-list-state.ts'
import { FieldFilters } from './field-filters.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { useFilterWords } from './use-filter-words.ts'

/** The usual filters as a form beside the list; each choice counts at once, and stands in the text of the query. */
export function FilterDrawer({ list, onClose }: { list: ListState; onClose: () => void }) {
  const words = useFilterWords()
  const form = { q: list.q, onChange: (q: string) => list.change({ q }) }
  return (
    <Drawer opened onClose={onClose} position="right" size="sm" title={words('title')}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {words('hint')}
        </Text>
        <FilterPanel {...form} />
        <FieldFilters {...form} />
        <Button onClick={onClose}>{words('done')}</Button>
      </Stack>
    </Drawer>
  )
}
