import { Button } from '@mantine/core'
import { IconZoomQuestion } from '@tabler/icons-react'
import { EmptyState } from '@timedesk/ui/empty-state'

import type { ListState } from '../use-list-state.ts'
import { useQueryWords } from './use-query-words.ts'

/** Stands where the list would, while the box above says what of its text was not understood. */
export function RefusedQuery({ list }: { list: ListState }) {
  const words = useQueryWords()
  return (
    <EmptyState
      title={words('refusedTitle')}
      icon={<IconZoomQuestion size={26} stroke={1.4} />}
      actions={
        list.isChanged && (
          <Button variant="default" onClick={() => list.change({ q: null })}>
            {words('clear')}
          </Button>
        )
      }
    >
      {words('refusedText')}
    </EmptyState>
  )
}
