import { Fieldset, NumberInput, Select, Stack, Switch, Text, TextInput } from '@mantine/core'
import { AccountKind, RoundTo, type InvoicingSettings } from '@timedesk/contracts/invoicing-settings'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { DraftFormBody } from '../../shared/forms/draft-form-body.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm, type DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import './invoicing-settings.css'
import { draftOfSettings, type SettingsDraft } from './settings-draft.ts'
import { useUpdateInvoicingSettings } from './use-change-settings.ts'
import { useInvoicingSettingsWords } from './use-invoicing-settings-words.ts'

const TERMS_DAYS_MAX = 180
const ROUNDINGS = RoundTo.options.map(({ value }) => value)
type FormProps = { form: DraftForm<SettingsDraft> }

/** How the company invoices: bank, terms, VAT, numbers and accounts; sends only what was changed. */
export function InvoicingSettingsForm({ settings, mayWrite }: { settings: InvoicingSettings; mayWrite: boolean }) {
  const words = useInvoicingSettingsWords()
  const tell = useTell()
  const update = useUpdateInvoicingSettings(settings)
  const form = useDraftForm<SettingsDraft>(draftOfSettings(settings), update.error)
  const { nextInvoiceNumber, nextCreditNoteNumber } = settings
  return (
    <fieldset className="desk-form-page desk-panel desk-settings-form" disabled={!mayWrite}>
      <DraftFormBody
        state={update}
        names={form.names}
        isDisabled={!form.isChanged}
        onSubmit={() => update.mutate(form.changes, { onSuccess: tell(words('saved')).onSuccess })}
      >
        <BankFields form={form} />
        <AddressFields form={form} />
        <TermFields form={form} />
        <Fieldset legend={words('numbers')}>
          <Stack gap="sm">
            <NumberFields form={form} />
            <Text size="sm" className="desk-example">
              {words('next', { invoice: nextInvoiceNumber, creditNote: nextCreditNoteNumber })}
            </Text>
          </Stack>
        </Fieldset>
        <AccountFields form={form} />
      </DraftFormBody>
    </fieldset>
  )
}

function BankFields({ form: { text } }: FormProps) {
  const words = useInvoicingSettingsWords()
  return (
    <Fieldset legend={words('bank')}>
      <FieldRow>
        <TextInput
          label={words('bankRegistration')}
          inputMode="numeric"
          autoComplete="off"
          {...text('bankRegistration')}
        />
        <TextInput label={words('bankAccount')} inputMode="numeric" autoComplete="off" {...text('bankAccount')} />
        <TextInput label={words('iban')} autoComplete="off" {...text('iban')} />
        <TextInput label={words('bic')} autoComplete="off" {...text('bic')} />
      </FieldRow>
    </Fieldset>
  )
}

function AddressFields({ form: { text } }: FormProps) {
  const words = useInvoicingSettingsWords()
  return (
    <>
      <Fieldset legend={words('contact')}>
        <FieldRow>
          <TextInput type="email" label={words('email')} autoComplete="off" {...text('email')} />
          <TextInput type="tel" label={words('phone')} autoComplete="off" {...text('phone')} />
        </FieldRow>
      </Fieldset>
      <Fieldset legend={words('peppol')}>
        <FieldRow>
          <TextInput
            label={words('endpointScheme')}
            description={words('endpointSchemeHint')}
            inputMode="numeric"
            autoComplete="off"
            {...text('endpointScheme')}
          />
          <TextInput
            label={words('endpointId')}
            description={words('endpointIdHint')}
            autoComplete="off"
            {...text('endpointId')}
          />
        </FieldRow>
      </Fieldset>
    </>
  )
}

function TermFields({ form: { draft, set, text, whole, errorOf } }: FormProps) {
  const words = useInvoicingSettingsWords()
  const invoicingWords = useInvoicingWords()
  return (
    <Fieldset legend={words('terms')}>
      <FieldRow>
        <NumberInput
          label={words('paymentTermsDays')}
          description={words('paymentTermsDaysHint')}
          min={0}
          max={TERMS_DAYS_MAX}
          {...whole('paymentTermsDays')}
        />
        <TextInput label={words('vatRate')} description={'\u00A0'} inputMode="decimal" {...text('vatRate')} />
        <Select
          label={words('roundTo')}
          description={'\u00A0'}
          allowDeselect={false}
          data={ROUNDINGS.map((option) => ({ value: String(option), label: invoicingWords(`rounding_${option}`) }))}
          value={String(draft.roundTo)}
          error={errorOf('roundTo')}
          onChange={(chosen) => {
            const roundTo = ROUNDINGS.find((option) => String(option) === chosen)
            if (roundTo !== undefined) set({ roundTo })
          }}
        />
      </FieldRow>
    </Fieldset>
  )
}

function NumberFields({ form: { text, whole, check } }: FormProps) {
  const words = useInvoicingSettingsWords()
  return (
    <>
      <FieldRow>
        <TextInput label={words('invoicePrefix')} maxLength={6} autoComplete="off" {...text('invoicePrefix')} />
        <TextInput label={words('creditNotePrefix')} maxLength={6} autoComplete="off" {...text('creditNotePrefix')} />
      </FieldRow>
      <NumberInput
        label={words('firstNumber')}
        description={words('firstNumberHint')}
        min={1}
        {...whole('firstNumber')}
      />
      <Switch label={words('numbersByYear')} description={words('numbersByYearHint')} {...check('numbersByYear')} />
    </>
  )
}

function AccountFields({ form: { draft, set, errorOf } }: FormProps) {
  const words = useInvoicingSettingsWords()
  const { accounts } = draft
  return (
    <Fieldset legend={words('accounts')}>
      <Stack gap="sm">
        <Text size="sm" c="var(--td-ink-quiet)">
          {words('accountsHint')}
        </Text>
        {errorOf('accounts') !== undefined && <p className="desk-refusal">{errorOf('accounts')}</p>}
        <FieldRow>
          {AccountKind.options.map((kind) => (
            <TextInput
              key={kind}
              label={words(`${kind}_account`)}
              autoComplete="off"
              maxLength={20}
              value={accounts[kind]}
              onChange={(event) => set({ accounts: { ...accounts, [kind]: event.currentTarget.value } })}
            />
          ))}
        </FieldRow>
      </Stack>
    </Fieldset>
  )
}
