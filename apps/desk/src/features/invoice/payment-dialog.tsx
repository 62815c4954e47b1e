import { TextInput } from '@mantine/core'
import type { Invoice } from '@timedesk/contracts/invoice'
import { amountText } from '@timedesk/domain/money/money'

import { dayIn } from '../../shared/day-in.ts'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { AmountInput } from '../../shared/forms/amount-input.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { wireAmount } from '../../shared/forms/wire-rate.ts'
import { minorOf } from '../../shared/money.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { useInvoiceWords } from './use-invoice-words.ts'
import { useRecordPayment } from './use-settle-invoice.ts'

/** Records what came in for an invoice, or what was paid back for a credit note; what remains unless said otherwise. */
export function PaymentDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const words = useInvoiceWords()
  const tell = useTell()
  const { company } = useMe()
  const { id, kind, number, remaining, currency } = invoice
  const payment = useRecordPayment(id)
  const form = useDraftForm(
    {
      amount: amountText(Math.abs(minorOf(remaining))),
      paidOn: dayIn(company.timeZone, new Date()),
      reference: number ?? '',
    },
    payment.error,
  )
  const { amount, paidOn, reference } = form.draft
  return (
    <FormDialog
      title={words(kind === 'invoice' ? 'payTitle' : 'payBackTitle', { number: number ?? '' })}
      size="md"
      state={payment}
      names={form.names}
      submitLabel={words('record')}
      onClose={onClose}
      onSubmit={() =>
        payment.mutate(
          { amount: wireAmount(amount, currency), paidOn, reference },
          { onSuccess: tell(words('recorded'), onClose).onSuccess },
        )
      }
    >
      <FieldRow>
        <AmountInput label={words('amount')} currency={currency} required data-autofocus {...form.text('amount')} />
        <TextInput type="date" label={words('paidOn')} required {...form.text('paidOn')} />
      </FieldRow>
      <TextInput label={words('reference')} autoComplete="off" {...form.text('reference')} />
    </FormDialog>
  )
}
