import { Textarea, TextInput } from '@mantine/core'
import type { Invoice } from '@timedesk/contracts/invoice'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useInvoiceWords } from './use-invoice-words.ts'
import { useSendInvoice } from './use-settle-invoice.ts'

/** Sends a posted document, to the customer's address for invoices or to another. */
export function SendDialog({ invoice: { id, number, sentTo }, onClose }: { invoice: Invoice; onClose: () => void }) {
  const words = useInvoiceWords()
  const tell = useTell()
  const sending = useSendInvoice(id)
  const form = useDraftForm({ to: '', message: '' }, sending.error)
  const submit = () => {
    const to = form.draft.to.trim()
    sending.mutate(
      { message: form.draft.message, ...(to !== '' && { to }) },
      { onSuccess: tell(words('sending'), onClose).onSuccess },
    )
  }
  return (
    <FormDialog
      title={words('sendTitle', { number: number ?? '' })}
      size="md"
      state={sending}
      names={form.names}
      submitLabel={words('sendNow')}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        type="email"
        label={words('sendTo')}
        description={words('sendToHint')}
        placeholder={sentTo}
        autoComplete="off"
        data-autofocus
        {...form.text('to')}
      />
      <Textarea
        label={words('message')}
        description={words('messageHint')}
        autosize
        minRows={3}
        {...form.text('message')}
      />
    </FormDialog>
  )
}
