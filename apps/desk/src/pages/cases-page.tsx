import { useQueryClient } from '@tanstack/react-query'
import { lazy } from 'react'

import { WorkList } from '../features/work-list/work-list.tsx'

// A list is read far more often than a case is changed from it.
const RowDeed = lazy(async () => ({ default: (await import('../features/case/row-deed.tsx')).RowDeed }))
const prefetching = () => import('../features/case/prefetch-case.ts')

/** The work list, with what the case page knows of a case that is about to be opened or changed. */
export function Component() {
  const queryClient = useQueryClient()
  return (
    <WorkList
      renderDeed={(deed, number, onClose) => <RowDeed deed={deed} number={number} onClose={onClose} />}
      onPrefetch={(row) => void prefetching().then(({ prefetchCase }) => prefetchCase(queryClient, row))}
    />
  )
}
