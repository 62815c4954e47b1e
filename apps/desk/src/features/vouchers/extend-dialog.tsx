import { TextInput } from '@mantine/core'
import type { Voucher } from '@timedesk/contracts/vouchers'
import { useState } from 'react'

import { useUnits } from '../../shared/cover/use-units.ts'
import { useFields } from '../../shared/forms/use-fields.tsx'
import { MovementDialog } from './movement-dialog.tsx'
import { useExtendVoucher } from './use-move-voucher.ts'
import { useVoucherWords } from './use-voucher-words.ts'

/** A later last day; what expired comes back (R26). */
export function ExtendDialog({ voucher, onClose }: { voucher: Voucher; onClose: () => void }) {
  const words = useVoucherWords()
  const wording = useUnits()
  const extension = useExtendVoucher(voucher.id)
  const [draft, setDraft] = useState({ expiresOn: voucher.expiresOn ?? '', reason: '' })
  const { text } = useFields(draft, setDraft, extension.error)
  const { name, expired, unit, price } = voucher
  const { expiresOn, reason } = draft
  return (
    <MovementDialog
      title={words('extendTitle', { name })}
      submitLabel={words('extend')}
      movement={extension}
      names={['expiresOn']}
      reason={reason}
      onReason={(written) => setDraft({ expiresOn, reason: written })}
      input={{ expiresOn: expiresOn === '' ? null : expiresOn, reason: reason.trim() }}
      done={words('extended', { name })}
      onClose={onClose}
      consequence={
        expired > 0
          ? words('extendBackText', { units: wording.long(expired, { unit, currency: price.currency }) })
          : words('extendText')
      }
    >
      <TextInput
        label={words('newLastDay')}
        description={words('newLastDayHint')}
        type="date"
        data-autofocus
        {...text('expiresOn')}
      />
    </MovementDialog>
  )
}
