import { TextInput } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import '../../shared/forms/forms.css'
import { useFields } from '../../shared/forms/use-fields.tsx'
import { useVoucherWords } from './use-voucher-words.ts'

type MovementDialogProps<Input> = {
  title: string
  submitLabel: string
  /** What follows, in words; null while that cannot be said. */
  consequence: ReactNode
  reason: string
  onReason: (reason: string) => void
  movement: UseMutationResult<unknown, Error, Input>
  /** What is sent; null while something is missing. */
  input: Input | null
  names: readonly string[]
  done: string
  onClose: () => void
  children?: ReactNode
}

/** Something that moves units, for a reason that stands in the ledger. A refusal keeps what was written. */
export function MovementDialog<Input>(props: MovementDialogProps<Input>) {
  const { title, submitLabel, consequence, reason, onReason, movement, input, names, done, onClose, children } = props
  const words = useVoucherWords()
  const tell = useTell()
  const fields = useFields({ reason }, (draft) => onReason(draft.reason), movement.error)
  return (
    <FormDialog
      title={title}
      submitLabel={submitLabel}
      state={movement}
      names={[...names, 'reason']}
      isDisabled={input === null || reason.trim() === ''}
      onClose={onClose}
      onSubmit={() => {
        if (input === null) return
        movement.mutate(input, {
          onSuccess: tell(done, onClose).onSuccess,
        })
      }}
    >
      {children}
      <TextInput
        label={words('reason')}
        description={words('reasonHint')}
        required
        autoComplete="off"
        {...fields.text('reason')}
      />
      {consequence !== null && (
        <p className="desk-example" role="status">
          {consequence}
        </p>
      )}
    </FormDialog>
  )
}
