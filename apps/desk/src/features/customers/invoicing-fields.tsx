import { Fieldset, Select, Stack, Switch, TextInput } from '@mantine/core'
import { InvoiceDetail, InvoiceGrouping } from '@timedesk/contracts/customer-invoicing'
import { VatTreatment } from '@timedesk/contracts/invoicing-settings'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import type { CustomerDraft } from './customer-draft.ts'
import { useCustomerWords } from './use-customer-words.ts'

type FormProps = { form: DraftForm<CustomerDraft> }

/** How the customer is invoiced, each field with what it is for. */
export function InvoicingFields({ form }: FormProps) {
  const words = useCustomerWords()
  const { text } = form
  return (
    <Fieldset legend={words('invoicing')}>
      <Stack gap="sm">
        <FieldRow>
          <TextInput label={words('cvr')} description={words('cvrHint')} autoComplete="off" {...text('cvr')} />
          <TextInput
            type="email"
            label={words('invoiceEmail')}
            description={words('invoiceEmailHint')}
            autoComplete="off"
            {...text('invoiceEmail')}
          />
        </FieldRow>
        <TextInput
          label={words('buyerReference')}
          description={words('buyerReferenceHint')}
          autoComplete="off"
          {...text('buyerReference')}
        />
        <FieldRow>
          <TextInput
            label={words('endpointScheme')}
            description={words('endpointSchemeHint')}
            inputMode="numeric"
            maxLength={4}
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
        <FieldRow>
          <TextInput
            label={words('paymentTermsDays')}
            description={words('paymentTermsDaysHint')}
            inputMode="numeric"
            autoComplete="off"
            {...text('paymentTermsDays')}
          />
          <TextInput
            label={words('discountPercent')}
            description={words('discountPercentHint')}
            inputMode="decimal"
            autoComplete="off"
            {...text('discountPercent')}
          />
        </FieldRow>
        <ShapeFields form={form} />
      </Stack>
    </Fieldset>
  )
}

/** VAT, and what makes an invoice and a line. */
function ShapeFields({ form: { draft, set, errorOf, check } }: FormProps) {
  const words = useCustomerWords()
  return (
    <>
      <Select
        label={words('vatTreatment')}
        allowDeselect={false}
        data={VatTreatment.options.map((option) => ({ value: option, label: words(`vatTreatment_${option}`) }))}
        value={draft.vatTreatment}
        error={errorOf('vatTreatment')}
        onChange={(chosen) => {
          const vatTreatment = VatTreatment.options.find((option) => option === chosen)
          if (vatTreatment !== undefined) set({ vatTreatment })
        }}
      />
      <FieldRow>
        <Select
          label={words('invoiceGrouping')}
          allowDeselect={false}
          data={InvoiceGrouping.options.map((option) => ({ value: option, label: words(`grouping_${option}`) }))}
          value={draft.invoiceGrouping}
          error={errorOf('invoiceGrouping')}
          onChange={(chosen) => {
            const invoiceGrouping = InvoiceGrouping.options.find((option) => option === chosen)
            if (invoiceGrouping !== undefined) set({ invoiceGrouping })
          }}
        />
        <Select
          label={words('invoiceDetail')}
          allowDeselect={false}
          data={InvoiceDetail.options.map((option) => ({ value: option, label: words(`detail_${option}`) }))}
          value={draft.invoiceDetail}
          error={errorOf('invoiceDetail')}
          onChange={(chosen) => {
            const invoiceDetail = InvoiceDetail.options.find((option) => option === chosen)
            if (invoiceDetail !== undefined) set({ invoiceDetail })
          }}
        />
      </FieldRow>
      <Switch label={words('projectsApart')} description={words('projectsApartHint')} {...check('projectsApart')} />
    </>
  )
}
