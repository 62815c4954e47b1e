import { SegmentedControl, Select, Text, TextInput } from '@mantine/core'
import { CreditDisposition, type Invoice } from '@timedesk/contracts/invoice'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useFields } from '../../shared/forms/use-fields.tsx'
import { paths } from '../../shared/paths.ts'
import { choiceOf, creditBody, creditParts, type CreditDraft } from './credit-draft.ts'
import { CreditPartList } from './credit-part-list.tsx'
import { useInvoiceWords } from './use-invoice-words.ts'
import { useCreditInvoice } from './use-settle-invoice.ts'

const EMPTY: CreditDraft = { reason: '', isWhole: true, disposition: 'rebill', parts: {} }

/** Drafts a credit note of all that is left, or of chosen parts, each with what becomes of it (R48). */
export function CreditDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const words = useInvoiceWords()
  const navigate = useNavigate()
  const credit = useCreditInvoice(invoice.id)
  const [draft, setDraft] = useState(EMPTY)
  const fields = useFields(draft, setDraft, credit.error)
  const parts = creditParts(invoice)
  const hasChoice = draft.isWhole || parts.some((part) => choiceOf(draft, part).isChosen)
  return (
    <FormDialog
      title={words('creditTitle', { number: invoice.number ?? '' })}
      size="xl"
      state={credit}
      names={['reason', 'disposition']}
      submitLabel={words('creditDraft')}
      isDisabled={draft.reason.trim() === '' || !hasChoice}
      onClose={onClose}
      onSubmit={() =>
        credit.mutate(creditBody(draft, parts, invoice.currency), {
          onSuccess: ({ id }) => void navigate(paths.invoice(id)),
        })
      }
    >
      <Text size="sm" c="var(--td-ink-quiet)">
        {words('creditText')}
      </Text>
      <TextInput
        label={words('creditReasonLabel')}
        required
        data-autofocus
        autoComplete="off"
        {...fields.text('reason')}
      />
      <SegmentedControl
        fullWidth
        aria-label={words('creditWhat')}
        value={draft.isWhole ? 'whole' : 'parts'}
        onChange={(chosen) => fields.set({ isWhole: chosen === 'whole' })}
        data={[
          { value: 'whole', label: words('creditAll') },
          { value: 'parts', label: words('creditChosen') },
        ]}
      />
      {draft.isWhole ? (
        <Select
          label={words('disposition')}
          allowDeselect={false}
          data={CreditDisposition.options.map((option) => ({ value: option, label: words(`become_${option}`) }))}
          value={draft.disposition}
          error={fields.errorOf('disposition')}
          onChange={(chosen) => {
            const disposition = CreditDisposition.options.find((option) => option === chosen)
            if (disposition !== undefined) fields.set({ disposition })
          }}
        />
      ) : (
        <CreditPartList {...{ draft, parts }} currency={invoice.currency} onChange={setDraft} />
      )}
    </FormDialog>
  )
}
