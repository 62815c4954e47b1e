import type { PotentialItem, PotentialMark } from '@timedesk/contracts/potential'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { ReasonDialog } from '../../shared/forms/reason-dialog.tsx'
import { keysOf } from './item-key.ts'
import { useMarkPotential } from './use-mark-potential.ts'
import { usePotentialWords } from './use-potential-words.ts'

export type MarkKind = PotentialMark['kind']

type MarkDialogProps = { kind: MarkKind; items: readonly PotentialItem[]; onDone: () => void; onClose: () => void }

/** Asks why items are to wait, or are never to be charged. */
export function MarkDialog({ kind, items, onDone, onClose }: MarkDialogProps) {
  const words = usePotentialWords()
  const tell = useTell()
  const mark = useMarkPotential()
  const keys = keysOf(items)
  const done = () => {
    onDone()
    onClose()
  }
  return (
    <ReasonDialog
      title={words(`${kind}_title`, { count: keys.length })}
      hint={words(`${kind}_hint`)}
      label={words('reason')}
      submitLabel={words(`${kind}_deed`)}
      state={mark}
      onClose={onClose}
      // A promise: callbacks given to `mutate` are not heard once the list is empty and the dialog gone. `state` tells of refusals.
      onSubmit={(reason) =>
        void mark
          .mutateAsync({ kind, items: keys, reason })
          .then(tell(words(`${kind}_done`, { count: keys.length }), done).onSuccess, () => undefined)
      }
    />
  )
}
