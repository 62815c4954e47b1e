import { Modal } from '@mantine/core'
import { useFormat } from '@timedesk/ui/format'
import { useEffect, useEffectEvent, useState } from 'react'

import { DraftFormBody } from '../forms/draft-form-body.tsx'
import { useReturnFocus } from '../forms/use-return-focus.ts'
import { useMe } from '../session/use-me.ts'
import { emptyDraft, isWhole, saysItAll, type BulkDeed } from './bulk-draft.ts'
import { BulkInputs } from './bulk-inputs.tsx'
import { BulkPlan } from './bulk-plan.tsx'
import { sizeOf, type BulkSelection } from './bulk-selection.ts'
import './bulk.css'
import { usePlanBulk } from './use-bulk-action.ts'
import { useBulkWords } from './use-bulk-words.ts'

type BulkDialogProps = {
  deed: BulkDeed
  selection: BulkSelection
  onClose: () => void
  /** It is being carried out, which is told elsewhere. */
  onCommitted: () => void
}

/** Asks what is to become of the chosen cases, shows what would, and has it carried out. */
export function BulkDialog({ deed, selection: chosen, onClose, onCommitted }: BulkDialogProps) {
  useReturnFocus()
  const words = useBulkWords()
  const format = useFormat()
  const me = useMe()
  // What was chosen when it was opened: the list behind goes on changing.
  const [selection] = useState(chosen)
  const [draft, setDraft] = useState(() => emptyDraft(deed, me.department.id))
  const plan = usePlanBulk(selection)
  const count = sizeOf(selection)
  const begin = useEffectEvent(() => {
    if (saysItAll(draft)) plan.mutate(draft)
  })
  useEffect(() => begin(), [])
  return (
    <Modal
      opened
      onClose={onClose}
      title={words(`title_${deed}`, { count, number: format.number(count) })}
      size="lg"
      closeOnClickOutside={false}
    >
      {plan.data !== undefined ? (
        <BulkPlan
          bulkId={plan.data.id}
          deed={deed}
          onBack={saysItAll(draft) ? undefined : plan.reset}
          onClose={onClose}
          onCommitted={() => {
            onClose()
            onCommitted()
          }}
        />
      ) : (
        <DraftFormBody
          state={plan}
          names={draft.kind === 'change' ? ['changes'] : []}
          submitLabel={words('next')}
          isDisabled={!isWhole(draft)}
          onCancel={onClose}
          onSubmit={() => plan.mutate(draft)}
        >
          <div ref={chooseFirstField}>
            <BulkInputs draft={draft} selection={selection} error={plan.error} onChange={setDraft} />
          </div>
        </DraftFormBody>
      )}
    </Modal>
  )
}

/** The dialog begins with what is asked for, whichever input that is. */
function chooseFirstField(inputs: HTMLElement | null): void {
  inputs?.querySelector('input:not([type="hidden"]), textarea')?.setAttribute('data-autofocus', '')
}
