import { Button, CopyButton, Group, Modal, Text, TextInput } from '@mantine/core'

import { useSecretWords } from './use-secret-words.ts'

type SecretOnceProps = { title: string; text: string; label: string; secret: string; onClose: () => void }

/** A secret that is shown this once. It goes by the button alone, so that nobody closes it by mistake. */
export function SecretOnce({ title, text, label, secret, onClose }: SecretOnceProps) {
  const words = useSecretWords()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Text size="sm" mb="sm">
        {text}
      </Text>
      <TextInput
        label={label}
        readOnly
        value={secret}
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="flex-end" mt="md">
        <CopyButton value={secret}>
          {({ copied, copy }) => <Button onClick={copy}>{words(copied ? 'copied' : 'copy')}</Button>}
        </CopyButton>
        <Button variant="default" onClick={onClose}>
          {words('done')}
        </Button>
      </Group>
    </Modal>
  )
}
