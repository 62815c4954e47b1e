import { SegmentedControl, Text, TextInput } from '@mantine/core'
import type { Reference } from '@timedesk/contracts/primitives'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import { dayIn } from '../../shared/day-in.ts'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useFieldProblem } from '../../shared/forms/use-fields.tsx'
import { useDraftInvoice } from '../../shared/invoicing/use-draft-invoice.ts'
import { paths } from '../../shared/paths.ts'
import { CustomerPicker } from '../../shared/pickers/search-pickers.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { useInvoiceListWords } from './use-invoice-list-words.ts'

const CONTENTS = ['empty', 'ready'] as const

/** Drafts an invoice for a customer: empty, or of all that is ready up to a day. */
export function NewDraftDialog({ onClose }: { onClose: () => void }) {
  const words = useInvoiceListWords()
  const { company } = useMe()
  const tell = useTell()
  const navigate = useNavigate()
  const draft = useDraftInvoice()
  const problemOf = useFieldProblem(draft.error)
  const [customer, setCustomer] = useState<Reference | null>(null)
  const [content, setContent] = useState<(typeof CONTENTS)[number]>('empty')
  const [through, setThrough] = useState(dayIn(company.timeZone, new Date()))
  const isReady = content === 'ready'
  const submit = () => {
    if (customer === null) return
    draft.mutate(
      { customerId: customer.id, ...(isReady && { through }) },
      {
        onSuccess: ({ id, documents }) => {
          if (documents.length > 1) tell(words('draftedSeveral', { count: documents.length })).onSuccess()
          void navigate(paths.invoice(id))
        },
      },
    )
  }
  return (
    <FormDialog
      title={words('newDraftTitle')}
      size="md"
      state={draft}
      names={['customerId', 'through']}
      submitLabel={words('create')}
      isDisabled={customer === null || (isReady && through === '')}
      onClose={onClose}
      onSubmit={submit}
    >
      <CustomerPicker
        label={words('customer')}
        required
        value={customer}
        error={problemOf('customerId')}
        onChange={setCustomer}
      />
      <SegmentedControl
        fullWidth
        aria-label={words('content')}
        value={content}
        onChange={(chosen) => setContent(chosen === 'ready' ? 'ready' : 'empty')}
        data={CONTENTS.map((option) => ({ value: option, label: words(`content_${option}`) }))}
      />
      {isReady && (
        <TextInput
          type="date"
          label={words('through')}
          value={through}
          error={problemOf('through')}
          onChange={(event) => setThrough(event.currentTarget.value)}
        />
      )}
      <Text size="sm" c="var(--td-ink-quiet)">
        {words(isReady ? 'readyHint' : 'emptyHint')}
      </Text>
    </FormDialog>
  )
}
