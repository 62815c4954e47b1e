import { TextInput } from '@mantine/core'
import type { Case } from '@timedesk/contracts/cases'

import { FormDialog } from '../../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../../shared/forms/use-draft-form.tsx'
import { fromLocalInput, toLocalInput } from '../../../shared/local-instant.ts'
import { useClockWords } from './use-clock-words.ts'
import { useSetDeadline } from './use-set-deadline.ts'

type DeadlineDialogProps = { subject: Case; at: string | null; onClose: () => void }

/** A deadline by hand, with why: it counts instead of the policy's. */
export function DeadlineDialog({ subject, at, onClose }: DeadlineDialogProps) {
  const words = useClockWords()
  const setDeadline = useSetDeadline(subject)
  const form = useDraftForm({ at: toLocalInput(at), reason: '' }, setDeadline.error)
  const wanted = fromLocalInput(form.draft.at)
  const reason = form.draft.reason.trim()
  return (
    <FormDialog
      title={words('deadlineTitle', { number: subject.number })}
      size="md"
      state={setDeadline}
      names={form.names}
      isDisabled={wanted === null || reason === ''}
      onSubmit={() => wanted !== null && setDeadline.set({ at: wanted, reason }, words('deadlineSet'), onClose)}
      onClose={onClose}
    >
      <p className="desk-quiet desk-flat">{words('deadlineHint')}</p>
      <TextInput type="datetime-local" label={words('at')} required data-autofocus {...form.text('at')} />
      <TextInput
        label={words('reason')}
        description={words('reasonHint')}
        required
        autoComplete="off"
        {...form.text('reason')}
      />
    </FormDialog>
  )
}
