import { Text } from '@mantine/core'
import { PAYMENT_FILE_SIZE_BYTES_MAX } from '@timedesk/contracts/limits'
import { FileDrop } from '@timedesk/ui/file-drop'
import { useState } from 'react'

import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useImportPayments } from './use-payment-changes.ts'
import { usePaymentWords } from './use-payment-words.ts'

type ImportDialogProps = { onClose: () => void; onImported: (importId: string) => void }

/** Takes a file of the bank and leads to what its rows became. */
export function ImportDialog({ onClose, onImported }: ImportDialogProps) {
  const words = usePaymentWords()
  const upload = useImportPayments()
  const [file, setFile] = useState<File | null>(null)
  return (
    <FormDialog
      title={words('importTitle')}
      state={upload}
      names={[]}
      submitLabel={words('upload')}
      isDisabled={file === null}
      onClose={onClose}
      onSubmit={() => {
        if (file !== null) upload.mutate(file, { onSuccess: ({ id }) => onImported(id) })
      }}
    >
      <Text size="sm" c="var(--td-ink-quiet)">
        {words('importText')}
      </Text>
      <FileDrop
        label={words('file')}
        countMax={1}
        sizeMax={PAYMENT_FILE_SIZE_BYTES_MAX}
        files={file === null ? [] : [{ id: file.name, name: file.name, size: file.size }]}
        onAdd={([added]) => setFile(added ?? null)}
        onRemove={() => setFile(null)}
      />
    </FormDialog>
  )
}
