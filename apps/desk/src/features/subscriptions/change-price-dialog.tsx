import { NumberInput, Text, TextInput } from '@mantine/core'
import type { SubscriptionLine } from '@timedesk/contracts/subscriptions'
import { useState } from 'react'

import { dayIn } from '../../shared/day-in.ts'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useFields } from '../../shared/forms/use-fields.tsx'
import { wireAmount } from '../../shared/forms/wire-rate.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { useChangePrice } from './use-change-plan.ts'
import { usePlanWords } from './use-plan-words.ts'

const NAMES = ['validFrom', 'quantity', 'unitPrice', 'reason']
const QUANTITY_MAX = 100_000

/** Changes price or quantity from a day on; only what was changed is sent. */
export function ChangePriceDialog({ line, onClose }: { line: SubscriptionLine; onClose: () => void }) {
  const words = usePlanWords()
  const tell = useTell()
  const { company } = useMe()
  const change = useChangePrice(line.id)
  const [draft, setDraft] = useState({
    validFrom: dayIn(company.timeZone, new Date()),
    quantity: line.quantity,
    unitPrice: line.unitPrice.amount,
    reason: '',
  })
  const { text, whole } = useFields(draft, setDraft, change.error)
  const { currency } = line.unitPrice
  const hasQuantity = draft.quantity !== line.quantity
  const hasPrice = draft.unitPrice !== line.unitPrice.amount
  return (
    <FormDialog
      title={words('priceTitle', { name: line.description })}
      state={change}
      names={NAMES}
      isDisabled={draft.reason.trim() === '' || (!hasQuantity && !hasPrice)}
      onClose={onClose}
      onSubmit={() =>
        change.mutate(
          {
            validFrom: draft.validFrom,
            reason: draft.reason.trim(),
            ...(hasQuantity && { quantity: draft.quantity }),
            ...(hasPrice && { unitPrice: wireAmount(draft.unitPrice, currency) }),
          },
          {
            onSuccess: tell(words('priceChanged', { name: line.description }), onClose).onSuccess,
          },
        )
      }
    >
      <Text size="sm">{words('priceText')}</Text>
      <FieldRow>
        <TextInput label={words('validFrom')} type="date" required {...text('validFrom')} />
        <NumberInput label={words('quantity')} min={1} max={QUANTITY_MAX} {...whole('quantity')} />
        <TextInput
          label={words('unitPrice', { currency })}
          inputMode="decimal"
          autoComplete="off"
          {...text('unitPrice')}
        />
      </FieldRow>
      <TextInput
        label={words('reason')}
        description={words('reasonHint')}
        required
        autoComplete="off"
        {...text('reason')}
      />
    </FormDialog>
  )
}
