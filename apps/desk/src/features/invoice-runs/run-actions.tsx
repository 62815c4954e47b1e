import type { InvoiceRun } from '@timedesk/contracts/invoice-runs'
import { ConfirmButton } from '@timedesk/ui/confirm-button'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { useCancelRun, useCommitRun } from './use-move-run.ts'
import { useRunWords } from './use-run-words.ts'

/** Makes the drafts of a run, or cancels it. */
export function RunActions({ run: { id, documents, can } }: { run: InvoiceRun }) {
  const words = useRunWords()
  const tell = useTell()
  const commit = useCommitRun(id)
  const cancellation = useCancelRun(id)
  return (
    <>
      {can.cancel && (
        <ConfirmButton
          isDangerous
          question={words('cancelQuestion')}
          consequence={words('cancelText')}
          confirmLabel={words('cancel')}
          loading={cancellation.isPending}
          onConfirm={() => cancellation.mutate(undefined, tell(words('cancelled')))}
        >
          {words('cancel')}
        </ConfirmButton>
      )}
      {can.commit && (
        <ConfirmButton
          variant="filled"
          question={words('commitQuestion', { count: documents })}
          consequence={words('commitText')}
          confirmLabel={words('commit')}
          loading={commit.isPending}
          onConfirm={() => commit.mutate(undefined, tell(words('committed')))}
        >
          {words('commit')}
        </ConfirmButton>
      )}
    </>
  )
}
