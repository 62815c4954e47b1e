import { Button, Group, Modal, Text, type ButtonProps } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'

import { useWords } from './use-words.ts'

type ConfirmButtonProps = Pick<ButtonProps, 'variant' | 'color' | 'size' | 'leftSection' | 'disabled' | 'loading'> & {
  /** The words on the button. */
  children: ReactNode
  /** The question, such as “Deactivate Acme?”. */
  question: string
  /** What follows from it. */
  consequence?: ReactNode
  /** The words on the button that does it; it should name the deed. */
  confirmLabel?: string
  /** Colours the deed as dangerous. */
  isDangerous?: boolean
  onConfirm: () => void
}

/** A button that asks before it acts. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { children, question, consequence, confirmLabel, isDangerous = false, onConfirm, ...button } = props
  const words = useWords()
  const [isOpen, dialog] = useDisclosure(false)

  return (
    <>
      <Button variant="default" {...button} onClick={dialog.open}>
        {children}
      </Button>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        title={question}
        closeButtonProps={{ 'aria-label': words('close') }}
      >
        {consequence !== undefined && <Text size="sm">{consequence}</Text>}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={dialog.close} data-autofocus>
            {words('cancel')}
          </Button>
          <Button
            {...(isDangerous && { color: 'red' })}
            onClick={() => {
              dialog.close()
              onConfirm()
            }}
          >
            {confirmLabel ?? words('confirm')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
