import { Select, Textarea, TextInput } from '@mantine/core'
import type { Invoice } from '@timedesk/contracts/invoice'
import { RoundTo, VatTreatment } from '@timedesk/contracts/invoicing-settings'

import { LanguageSelect } from '../../shared/choices/language-select.tsx'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { DraftFormBody } from '../../shared/forms/draft-form-body.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm, type DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { CorrectedPicker } from './corrected-picker.tsx'
import './invoice.css'
import { bodyOfDetails, detailsOf, type DetailsDraft } from './details-draft.ts'
import { fieldId } from './go-to-place.ts'
import { useUpdateDraft } from './use-edit-draft.ts'
import { useInvoiceWords } from './use-invoice-words.ts'

const ROUNDINGS = RoundTo.options.map(({ value }) => value)

/** Dates, references and terms of a draft, edited where they stand; sends only what was changed. */
export function DetailsForm({ invoice }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  const tell = useTell()
  const update = useUpdateDraft(invoice)
  const form = useDraftForm<DetailsDraft>(detailsOf(invoice), update.error)
  const { text, set, draft, errorOf } = form
  const isCredit = invoice.kind === 'credit_note'
  return (
    <div className="desk-invoice-details">
      <DraftFormBody
        state={update}
        names={form.names}
        isDisabled={!form.isChanged}
        onSubmit={() => update.mutate(bodyOfDetails(form.changes), { onSuccess: tell(words('saved')).onSuccess })}
      >
        {isCredit && (
          <FieldRow>
            <CorrectedPicker
              customerId={invoice.customer.id}
              value={draft.correctsId}
              error={errorOf('correctsId')}
              onChange={(correctsId) => set({ correctsId })}
            />
            <TextInput id={fieldId('reason')} label={words('creditReason')} autoComplete="off" {...text('reason')} />
          </FieldRow>
        )}
        <DateFields form={form} isCredit={isCredit} />
        <FieldRow>
          <TextInput
            id={fieldId('buyerReference')}
            label={words('buyerReference')}
            autoComplete="off"
            {...text('buyerReference')}
          />
          <TextInput
            id={fieldId('orderReference')}
            label={words('orderReference')}
            autoComplete="off"
            {...text('orderReference')}
          />
        </FieldRow>
        <TermFields form={form} currency={invoice.currency} />
        <Textarea id={fieldId('note')} label={words('note')} autosize minRows={1} {...text('note')} />
      </DraftFormBody>
    </div>
  )
}

function DateFields({ form: { text, whole }, isCredit }: { form: DraftForm<DetailsDraft>; isCredit: boolean }) {
  const words = useInvoiceWords()
  return (
    <FieldRow>
      <TextInput
        id={fieldId('issuedOn')}
        type="date"
        label={words('issuedOn')}
        description={words('issuedOnHint')}
        {...text('issuedOn')}
      />
      {!isCredit && (
        <TextInput
          id={fieldId('dueOn')}
          type="date"
          label={words('dueOn')}
          description={words('dueOnHint')}
          {...text('dueOn')}
        />
      )}
      {!isCredit && <TermDays {...whole('paymentTermsDays')} />}
    </FieldRow>
  )
}

type TermDaysProps = ReturnType<DraftForm<DetailsDraft>['whole']>

function TermDays({ value, error, onChange }: TermDaysProps) {
  const words = useInvoiceWords()
  return (
    <TextInput
      id={fieldId('paymentTermsDays')}
      inputMode="numeric"
      label={words('paymentTermsDays')}
      description={'\u00A0'}
      value={String(value)}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\D/gu, ''))}
    />
  )
}

function TermFields({ form, currency }: { form: DraftForm<DetailsDraft>; currency: string }) {
  const words = useInvoiceWords()
  const invoicingWords = useInvoicingWords()
  const { company } = useMe()
  const { draft, set, text, errorOf } = form
  return (
    <div className="desk-invoice-terms">
      <Select
        label={words('vatTreatment')}
        allowDeselect={false}
        data={VatTreatment.options.map((option) => ({ value: option, label: invoicingWords(`treatment_${option}`) }))}
        value={draft.vatTreatment}
        error={errorOf('vatTreatment')}
        onChange={(chosen) => {
          const vatTreatment = VatTreatment.options.find((option) => option === chosen)
          if (vatTreatment !== undefined) set({ vatTreatment })
        }}
      />
      <TextInput
        id={fieldId('discountPercent')}
        label={words('discountPercent')}
        inputMode="decimal"
        autoComplete="off"
        {...text('discountPercent')}
      />
      {Number(draft.discountPercent.replace(',', '.')) !== 0 && (
        <TextInput
          id={fieldId('discountReason')}
          label={words('discountReason')}
          required
          autoComplete="off"
          {...text('discountReason')}
        />
      )}
      {currency !== company.currency && (
        <TextInput
          id={fieldId('exchangeRate')}
          label={words('exchangeRate')}
          title={words('exchangeRateHint', { company: company.currency, currency })}
          inputMode="decimal"
          autoComplete="off"
          {...text('exchangeRate')}
        />
      )}
      <LanguageSelect
        label={words('language')}
        value={draft.language}
        error={errorOf('language')}
        onChange={(language) => set({ language })}
      />
      <Select
        label={words('roundTo')}
        allowDeselect={false}
        data={ROUNDINGS.map((option) => ({ value: String(option), label: invoicingWords(`rounding_${option}`) }))}
        value={String(draft.roundTo)}
        error={errorOf('roundTo')}
        onChange={(chosen) => {
          const roundTo = ROUNDINGS.find((option) => String(option) === chosen)
          if (roundTo !== undefined) set({ roundTo })
        }}
      />
    </div>
  )
}
