import { Select, Textarea, TextInput } from '@mantine/core'
import { UnitCode, type Invoice } from '@timedesk/contracts/invoice'
import type { z } from 'zod'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { AmountInput } from '../../shared/forms/amount-input.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { wireAmount } from '../../shared/forms/wire-rate.ts'
import { parseQuantity } from '../../shared/invoicing/quantity-text.ts'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { useAddLines } from './use-edit-draft.ts'
import { useInvoiceWords } from './use-invoice-words.ts'

type NewLine = {
  text: string
  description: string
  quantity: string
  unit: z.infer<typeof UnitCode>
  unitPrice: string
}

const EMPTY: NewLine = { text: '', description: '', quantity: '1', unit: 'C62', unitPrice: '' }

/** Adds a line of one's own, that no registered work stands behind; VAT is that of the customer. */
export function AddLineDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const words = useInvoiceWords()
  const invoicingWords = useInvoicingWords()
  const tell = useTell()
  const addition = useAddLines(invoice)
  const form = useDraftForm<NewLine>(EMPTY, addition.error)
  const { draft, set, errorOf, text } = form
  const quantity = parseQuantity(draft.quantity, draft.unit)
  const submit = () => {
    if (quantity === null) return
    addition.mutate(
      { ...draft, quantity, unitPrice: wireAmount(draft.unitPrice, invoice.currency) },
      { onSuccess: tell(words('added'), onClose).onSuccess },
    )
  }
  return (
    <FormDialog
      title={words('addLine')}
      state={addition}
      names={form.names}
      submitLabel={words('add')}
      isDisabled={draft.text.trim() === '' || quantity === null}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput label={words('text')} required data-autofocus autoComplete="off" {...text('text')} />
      <Textarea label={words('description')} autosize minRows={1} {...text('description')} />
      <FieldRow>
        <TextInput
          label={words(draft.unit === 'MIN' ? 'quantityHours' : 'quantity')}
          autoComplete="off"
          {...text('quantity')}
          error={quantity === null && draft.quantity !== '' ? words('quantityUnreadable') : errorOf('quantity')}
        />
        <Select
          label={words('unit')}
          allowDeselect={false}
          data={UnitCode.options.map((option) => ({ value: option, label: invoicingWords(`unit_${option}`) }))}
          value={draft.unit}
          error={errorOf('unit')}
          onChange={(chosen) => {
            const unit = UnitCode.options.find((option) => option === chosen)
            if (unit !== undefined) set({ unit })
          }}
        />
        <AmountInput label={words('unitPrice')} currency={invoice.currency} required {...text('unitPrice')} />
      </FieldRow>
    </FormDialog>
  )
}
