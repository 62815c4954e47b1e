import { Button } from '@mantine/core'
import type { Invoice } from '@timedesk/contracts/invoice'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { ReasonDialog } from '../../shared/forms/reason-dialog.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { useMay } from '../../shared/session/use-me.ts'
import './invoice.css'
import { useInvoiceWords } from './use-invoice-words.ts'
import { useReversePayment } from './use-settle-invoice.ts'

type Payment = Invoice['payments'][number]

/** What was paid, and what was taken back; nothing when nothing was. */
export function PaymentPanel({ invoice: { payments } }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  if (payments.length === 0) return null
  return (
    <Panel title={words('payments')}>
      <ul className="desk-invoice-rows">
        {payments.map((payment) => (
          <PaymentRow key={payment.id} payment={payment} />
        ))}
      </ul>
    </Panel>
  )
}

function PaymentRow({ payment }: { payment: Payment }) {
  const words = useInvoiceWords()
  const format = useFormat()
  const may = useMay()
  const [isAsked, setIsAsked] = useState(false)
  const { amount, paidOn, reference, recordedByName, isReversed, reverses } = payment
  const values = { amount: format.money(amount), day: format.workDate(paidOn) }
  return (
    <li data-quiet={isReversed ? true : undefined}>
      <span className="desk-stack">
        <span>
          {values.day}
          {isReversed && <Mark>{words('reversedMark')}</Mark>}
          {reverses !== null && <Mark>{words('reversalMark')}</Mark>}
        </span>
        <span className="desk-quiet desk-small">
          {[reference, recordedByName].filter((part) => part !== '').join(' · ')}
        </span>
      </span>
      <span className="desk-stack" data-end>
        <span className="td-number">{values.amount}</span>
        {may('payment:write') && !isReversed && reverses === null && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={words('reverseOf', values)}
            onClick={() => setIsAsked(true)}
          >
            {words('reverse')}
          </Button>
        )}
      </span>
      {isAsked && <ReverseDialog payment={payment} onClose={() => setIsAsked(false)} />}
    </li>
  )
}

function ReverseDialog({ payment: { id, amount }, onClose }: { payment: Payment; onClose: () => void }) {
  const words = useInvoiceWords()
  const format = useFormat()
  const tell = useTell()
  const reversal = useReversePayment(id)
  return (
    <ReasonDialog
      title={words('reverseTitle', { amount: format.money(amount) })}
      hint={words('reverseText')}
      label={words('reason')}
      submitLabel={words('reverse')}
      state={reversal}
      onClose={onClose}
      onSubmit={(reason) => reversal.mutate(reason, { onSuccess: tell(words('reversed'), onClose).onSuccess })}
    />
  )
}
