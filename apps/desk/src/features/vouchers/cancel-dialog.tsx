import type { Voucher } from '@timedesk/contracts/vouchers'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useUnits } from '../../shared/cover/use-units.ts'
import { MovementDialog } from './movement-dialog.tsx'
import { useCancelVoucher } from './use-move-voucher.ts'
import { useVoucherWords } from './use-voucher-words.ts'

/** Credits what is left; what was used stays earned (R27). */
export function CancelDialog({ voucher, onClose }: { voucher: Voucher; onClose: () => void }) {
  const words = useVoucherWords()
  const format = useFormat()
  const wording = useUnits()
  const cancellation = useCancelVoucher(voucher.id)
  const [reason, setReason] = useState('')
  const { name, available, unit, liability } = voucher
  return (
    <MovementDialog
      title={words('cancelTitle', { name })}
      submitLabel={words('cancel')}
      movement={cancellation}
      names={[]}
      reason={reason}
      onReason={setReason}
      input={reason.trim()}
      done={words('cancelled', { name })}
      onClose={onClose}
      consequence={words('cancelText', {
        units: wording.long(available, { unit, currency: liability.currency }),
        amount: format.money(liability),
      })}
    />
  )
}
