import { Text } from '@mantine/core'
import type { Agreement } from '@timedesk/contracts/agreements'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useFields } from '../../shared/forms/use-fields.tsx'
import { emptyLot } from '../../shared/terms/lot-draft.ts'
import { LotFields, lotNames } from '../../shared/terms/lot-fields.tsx'
import { TermsPreview } from '../../shared/terms/preview/terms-preview.tsx'
import { useGround } from '../../shared/terms/preview/use-ground.ts'
import { termsOf } from '../../shared/terms/terms-draft.ts'
import { useSellVoucher } from './use-move-voucher.ts'
import { useVoucherWords } from './use-voucher-words.ts'

/** Sells another voucher under an agreement, with what it means by the agreement's terms. */
export function SellVoucherDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const words = useVoucherWords()
  const tell = useTell()
  const { id, heading, currency, customer } = agreement
  const sale = useSellVoucher(id, currency)
  const ground = useGround(customer.id)
  const [lot, setLot] = useState(emptyLot)
  const fields = useFields(lot, setLot, sale.error)
  return (
    <FormDialog
      title={words('sellTitle', { name: heading })}
      submitLabel={words('sellIt')}
      state={sale}
      names={lotNames}
      isDisabled={lot.quantity.trim() === '' || lot.price.trim() === ''}
      onClose={onClose}
      onSubmit={() =>
        sale.mutate(lot, {
          onSuccess: ({ name }) => tell(words('sold', { name }), onClose).onSuccess(),
        })
      }
    >
      <Text size="sm">{words('sellText')}</Text>
      <LotFields fields={fields} currency={currency} />
      <TermsPreview draft={termsOf(agreement)} bought={{ lot, lines: [] }} ground={ground} />
    </FormDialog>
  )
}
