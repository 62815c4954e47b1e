import { HoldKeys } from '@timedesk/ui/hold-keys'
import { lazy, Suspense } from 'react'

import type { MoveDialogProps } from './move-dialog.tsx'

const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }))

/** The dialog of a move in a file of its own, fetched with the first move that takes something. */
export function LazyMoveDialog(props: MoveDialogProps) {
  return (
    <Suspense fallback={<HoldKeys />}>
      <MoveDialog {...props} />
    </Suspense>
  )
}
