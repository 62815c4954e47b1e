import { Button } from '@mantine/core'
import type { VoucherOrder } from '@timedesk/contracts/voucher-orders'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { ReasonDialog } from '../../shared/forms/reason-dialog.tsx'
import { AcceptDialog } from './accept-dialog.tsx'
import { useDeclineOrder } from './use-decide-order.ts'
import { useOrderWords } from './use-order-words.ts'

const DIALOGS = { accept: AcceptDialog, decline: DeclineDialog }

/** Sells what was ordered, or declines it. */
export function OrderButtons({ order }: { order: VoucherOrder }) {
  const words = useOrderWords()
  const [asked, setAsked] = useState<keyof typeof DIALOGS | null>(null)
  const Dialog = asked === null ? null : DIALOGS[asked]
  const { number } = order
  return (
    <span className="desk-row-buttons">
      <Button size="compact-xs" aria-label={words('acceptOf', { number })} onClick={() => setAsked('accept')}>
        {words('accept')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={words('declineOf', { number })}
        onClick={() => setAsked('decline')}
      >
        {words('decline')}
      </Button>
      {Dialog !== null && <Dialog order={order} onClose={() => setAsked(null)} />}
    </span>
  )
}

function DeclineDialog({ order, onClose }: { order: VoucherOrder; onClose: () => void }) {
  const words = useOrderWords()
  const tell = useTell()
  const refusal = useDeclineOrder(order.id)
  return (
    <ReasonDialog
      title={words('declineTitle', { number: order.number })}
      hint={words('declineText', { name: order.orderedBy })}
      label={words('reason')}
      submitLabel={words('decline')}
      state={refusal}
      onClose={onClose}
      onSubmit={(reason) => refusal.mutate(reason, { onSuccess: tell(words('declined'), onClose).onSuccess })}
    />
  )
}
