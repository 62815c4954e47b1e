import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'

import { DraftFormBody, type FormState } from './draft-form-body.tsx'
import { useReturnFocus } from './use-return-focus.ts'

type FormDialogProps = {
  title: string
  state: FormState
  names: readonly string[]
  submitLabel?: string
  isDisabled?: boolean
  size?: 'md' | 'lg' | 'xl'
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A form over the page. A click beside it does not close it, so that nothing written is lost by a slip. */
export function FormDialog({ title, size = 'lg', onClose, children, ...form }: FormDialogProps) {
  useReturnFocus()
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeOnClickOutside={false}>
      <DraftFormBody {...form} onCancel={onClose}>
        {children}
      </DraftFormBody>
    </Modal>
  )
}
