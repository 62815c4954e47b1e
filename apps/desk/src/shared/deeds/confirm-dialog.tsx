import { Button, Group, Modal, Text } from '@mantine/core'
import type { ReactNode } from 'react'

import { useFormWords } from '../forms/use-form-words.ts'

type ConfirmDialogProps = {
  /** The question, such as “End Support by the hour?”. */
  question: string
  /** What follows from it. */
  consequence: ReactNode
  /** The words on the button that does it; they name the deed. */
  confirmLabel: string
  isDangerous?: boolean
  /** Keeps a second press from doing it again while the dialog stays. */
  isPending?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before a deed that was chosen from a menu. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { question, consequence, confirmLabel, isDangerous = false, isPending = false, onConfirm, onClose } = props
  const words = useFormWords()
  return (
    <Modal opened onClose={onClose} title={question}>
      <Text size="sm">{consequence}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {words('cancel')}
        </Button>
        <Button {...(isDangerous && { color: 'red' })} loading={isPending} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </Group>
    </Modal>
  )
}
