import { Select, Text, Textarea, TextInput } from '@mantine/core'
import { VatCategoryCode, type Invoice, type InvoiceLine } from '@timedesk/contracts/invoice'
import { useFormat } from '@timedesk/ui/format'

import { AmountInput } from '../../shared/forms/amount-input.tsx'
import { DraftFormBody } from '../../shared/forms/draft-form-body.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm, type DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { lineId } from './go-to-place.ts'
import './invoice.css'
import { isCrediting } from './is-crediting.ts'
import { bodyOfLine, draftOfLine, grossOfDraft, isAdjusted, type LineDraft } from './line-draft.ts'
import { useUpdateLine } from './use-edit-draft.ts'
import { useInvoiceWords } from './use-invoice-words.ts'

type LineEditorProps = { invoice: Invoice; line: InvoiceLine; index: number; onClose: () => void }

/** A line of a draft being edited where it stands. What was registered is kept; a difference needs its reason (R43). */
export function LineEditor({ invoice, line, index, onClose }: LineEditorProps) {
  const words = useInvoiceWords()
  const format = useFormat()
  const update = useUpdateLine(invoice, line.id)
  const form = useDraftForm<LineDraft>(draftOfLine(line), update.error)
  const body = bodyOfLine(form.changes, line)
  const needsReason = isAdjusted(form.changes, line)
  const isFixed = isCrediting(invoice)
  const submit = () => {
    if (body !== null) update.mutate(body, { onSuccess: onClose })
  }
  return (
    <li
      id={lineId(index)}
      tabIndex={-1}
      aria-label={words('editLine', { position: index + 1 })}
      className="desk-line"
      data-edited
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !form.isChanged) onClose()
      }}
    >
      <DraftFormBody
        state={update}
        names={form.names}
        isDisabled={!form.isChanged || body === null}
        onSubmit={submit}
        onCancel={onClose}
      >
        <TextInput label={words('text')} required data-autofocus autoFocus autoComplete="off" {...form.text('text')} />
        <Textarea label={words('description')} autosize minRows={1} {...form.text('description')} />
        {!isFixed && <PriceFields form={form} line={line} isUnreadable={body === null} />}
        {!isFixed && needsReason && (
          <TextInput
            label={words('adjustmentReason')}
            description={words('adjustmentHint', { amount: format.money(line.registered) })}
            autoComplete="off"
            {...form.text('adjustmentReason')}
          />
        )}
        {!isFixed && <TaxFields form={form} />}
      </DraftFormBody>
    </li>
  )
}

type PriceFieldsProps = { form: DraftForm<LineDraft>; line: InvoiceLine; isUnreadable: boolean }

function PriceFields({ form: { text, draft, errorOf }, line, isUnreadable }: PriceFieldsProps) {
  const words = useInvoiceWords()
  const format = useFormat()
  const { currency } = line.net
  const gross = grossOfDraft(draft, line)
  return (
    <>
      <FieldRow>
        <TextInput
          label={words(line.unit === 'MIN' ? 'quantityHours' : 'quantity')}
          autoComplete="off"
          {...text('quantity')}
          error={isUnreadable ? words('quantityUnreadable') : errorOf('quantity')}
        />
        <AmountInput label={words('unitPrice')} currency={currency} {...text('unitPrice')} />
        <AmountInput label={words('amount')} currency={currency} {...text('net')} />
      </FieldRow>
      {gross !== null && (
        <Text size="sm" className="desk-example" role="status">
          {words('gives', { amount: format.minor(gross, currency) })} {words('amountHint')}
        </Text>
      )}
    </>
  )
}

function TaxFields({ form: { draft, set, text, errorOf } }: { form: DraftForm<LineDraft> }) {
  const words = useInvoiceWords()
  const invoicingWords = useInvoicingWords()
  return (
    <FieldRow>
      <Select
        label={words('vatCategory')}
        allowDeselect={false}
        data={VatCategoryCode.options.map((option) => ({ value: option, label: invoicingWords(`vat_${option}`) }))}
        value={draft.vatCategory}
        error={errorOf('vatCategory')}
        onChange={(chosen) => {
          const vatCategory = VatCategoryCode.options.find((option) => option === chosen)
          // Only the standard category bears a rate.
          if (vatCategory !== undefined) set({ vatCategory, ...(vatCategory !== 'S' && { vatRate: '0' }) })
        }}
      />
      <TextInput
        label={words('vatRate')}
        inputMode="decimal"
        autoComplete="off"
        disabled={draft.vatCategory !== 'S'}
        {...text('vatRate')}
      />
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={words(end === 'from' ? 'periodFrom' : 'periodTo')}
          value={draft.period[end]}
          error={end === 'from' ? errorOf('period') : undefined}
          onChange={(event) => set({ period: { ...draft.period, [end]: event.currentTarget.value } })}
        />
      ))}
    </FieldRow>
  )
}
