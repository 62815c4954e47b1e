import { HoldKeys } from '@timedesk/ui/hold-keys'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'

import type { MoveDialogProps } from './move-dialog.tsx'

const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }))

/** The dialog of a move in a file of its own, fetched with the first move that takes something. */
export function LazyMoveDialog(props: MoveDialogProps) {
  return (
    <LazyPart fallback={<HoldKeys />}>
      <MoveDialog {...props} />
    </LazyPart>
  )
}
