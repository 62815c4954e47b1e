import type { InvoiceState, InvoiceSummary } from '@timedesk/contracts/invoice'

import { Mark } from '../lists/mark.tsx'
import { useInvoicingWords } from './use-invoicing-words.ts'

const STATE_KINDS = { draft: 'quiet', open: 'chosen', overdue: 'bad', paid: 'good', credited: 'quiet' } as const
const SEND_KINDS = { none: 'quiet', queued: 'chosen', sent: 'good', failed: 'bad' } as const

/** Where a document is in its life. */
export function InvoiceMark({ state }: { state: InvoiceState }) {
  const words = useInvoicingWords()
  return <Mark kind={STATE_KINDS[state]}>{words(`state_${state}`)}</Mark>
}

/** Whether a posted document went out. */
export function SendMark({ state }: { state: InvoiceSummary['sendState'] }) {
  const words = useInvoicingWords()
  return <Mark kind={SEND_KINDS[state]}>{words(`sending_${state}`)}</Mark>
}
