import { Text, TextInput } from '@mantine/core'

import type { FormState } from './draft-form-body.tsx'
import { FormDialog } from './form-dialog.tsx'
import { useDraftForm } from './use-draft-form.tsx'

type ReasonDialogProps = {
  title: string
  /** What follows from it. */
  hint?: string
  label: string
  submitLabel: string
  state: FormState
  /** Whether it may be left empty. */
  isOptional?: boolean
  onSubmit: (reason: string) => void
  onClose: () => void
}

/** Asks why, before something is done that somebody will want to know the reason of. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, hint, label, submitLabel, state, isOptional = false, onSubmit, onClose } = props
  const form = useDraftForm({ reason: '' }, state.error)
  return (
    <FormDialog
      title={title}
      size="md"
      state={state}
      names={form.names}
      submitLabel={submitLabel}
      isDisabled={!isOptional && form.draft.reason.trim() === ''}
      onClose={onClose}
      onSubmit={() => onSubmit(form.draft.reason.trim())}
    >
      {hint !== undefined && (
        <Text size="sm" c="var(--td-ink-quiet)">
          {hint}
        </Text>
      )}
      <TextInput label={label} required={!isOptional} data-autofocus autoComplete="off" {...form.text('reason')} />
    </FormDialog>
  )
}
