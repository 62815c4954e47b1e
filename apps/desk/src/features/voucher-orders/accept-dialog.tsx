import { Select, Text, TextInput } from '@mantine/core'
import type { VoucherOrder } from '@timedesk/contracts/voucher-orders'

import { useUnits } from '../../shared/cover/use-units.ts'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { AmountInput } from '../../shared/forms/amount-input.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { wireAmount } from '../../shared/forms/wire-rate.ts'
import { useTermsWords } from '../../shared/terms/use-terms-words.ts'
import { useAcceptOrder } from './use-decide-order.ts'
import { useOrderWords } from './use-order-words.ts'

const ACTIVATIONS = ['sale', 'posting', 'payment'] as const
type SaleDraft = { price: string; validFrom: string; expiresOn: string; activateOn: (typeof ACTIVATIONS)[number] }

/** Sells the voucher that was ordered: for how much, how long it lasts, and from when it can be used. */
export function AcceptDialog({ order, onClose }: { order: VoucherOrder; onClose: () => void }) {
  const words = useOrderWords()
  const terms = useTermsWords()
  const wording = useUnits()
  const tell = useTell()
  const sale = useAcceptOrder(order.id)
  const { quantity, unit, price, customer, agreement, orderedBy } = order
  const asOrdered: SaleDraft = { price: price.amount, validFrom: '', expiresOn: '', activateOn: 'sale' }
  const form = useDraftForm(asOrdered, sale.error)
  const submit = () => {
    const { draft } = form
    sale.mutate(
      {
        price: wireAmount(draft.price, price.currency),
        ...(draft.validFrom !== '' && { validFrom: draft.validFrom }),
        expiresOn: draft.expiresOn === '' ? null : draft.expiresOn,
        activateOn: draft.activateOn,
      },
      { onSuccess: tell(words('accepted'), onClose).onSuccess },
    )
  }
  return (
    <FormDialog
      title={words('acceptTitle', {
        units: wording.long(quantity, { unit, currency: price.currency }),
        customer: customer.name,
      })}
      state={sale}
      names={form.names}
      submitLabel={words('sell')}
      isDisabled={form.draft.price.trim() === ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text size="sm">{words('acceptText', { name: orderedBy, agreement: agreement.name })}</Text>
      <FieldRow>
        <AmountInput
          label={words('priceLabel')}
          description={terms('withoutVat')}
          currency={price.currency}
          required
          data-autofocus
          {...form.text('price')}
        />
        <Select
          label={terms('activateOn')}
          allowDeselect={false}
          data={ACTIVATIONS.map((moment) => ({ value: moment, label: terms(`activate_${moment}`) }))}
          value={form.draft.activateOn}
          error={form.errorOf('activateOn')}
          onChange={(chosen) => form.set({ activateOn: ACTIVATIONS.find((moment) => moment === chosen) ?? 'sale' })}
        />
      </FieldRow>
      <FieldRow>
        <TextInput
          type="date"
          label={terms('lotFrom')}
          description={terms('lotFromHint')}
          {...form.text('validFrom')}
        />
        <TextInput
          type="date"
          label={terms('expiresOn')}
          description={terms('expiresHint')}
          {...form.text('expiresOn')}
        />
      </FieldRow>
    </FormDialog>
  )
}
