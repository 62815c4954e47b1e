import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { Voucher } from '@timedesk/contracts/vouchers'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { useState } from 'react'

import { useUnits } from '../../shared/cover/use-units.ts'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { AdjustDialog } from './adjust-dialog.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import { useActivateVoucher } from './use-move-voucher.ts'
import { useVoucherWords } from './use-voucher-words.ts'

const DIALOGS = { adjust: AdjustDialog, transfer: TransferDialog, extend: ExtendDialog, cancel: CancelDialog }
type Deed = keyof typeof DIALOGS
const DEEDS: readonly Deed[] = ['adjust', 'transfer', 'extend', 'cancel']

/** What may be done with a voucher now. */
export function VoucherActions({ voucher }: { voucher: Voucher }) {
  const words = useVoucherWords()
  const [asked, setAsked] = useState<Deed | null>(null)
  const deeds = DEEDS.filter((deed) => voucher.can[deed])
  const Dialog = asked === null ? null : DIALOGS[asked]
  return (
    <>
      {voucher.can.activate && <ActivateButton voucher={voucher} />}
      {deeds.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} />}>
              {words('more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {deeds.map((deed) => (
              <Menu.Item key={deed} {...(deed === 'cancel' && { color: 'red' })} onClick={() => setAsked(deed)}>
                {words(deed)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {Dialog !== null && <Dialog voucher={voucher} onClose={() => setAsked(null)} />}
    </>
  )
}

function ActivateButton({ voucher }: { voucher: Voucher }) {
  const words = useVoucherWords()
  const wording = useUnits()
  const tell = useTell()
  const activation = useActivateVoucher(voucher.id)
  const { name, quantity, unit, price } = voucher
  return (
    <ConfirmButton
      variant="filled"
      question={words('activateQuestion', { name })}
      consequence={words('activateText', { units: wording.long(quantity, { unit, currency: price.currency }) })}
      confirmLabel={words('activate')}
      loading={activation.isPending}
      onConfirm={() => activation.mutate(undefined, tell(words('activated', { name })))}
    >
      {words('activate')}
    </ConfirmButton>
  )
}
