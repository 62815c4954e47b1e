import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck, IconClock } from '@tabler/icons-react'
import type { ExtranetInvoiceSummary } from '@timedesk/contracts/extranet-invoices'
import './invoices.css'
import { useInvoicesWords } from './use-invoices-words.ts'
import { standingOf } from './word-invoice.ts'

const ICONS = {
  open: IconClock,
  overdue: IconAlertTriangle,
  paid: IconCircleCheck,
  credited: IconArrowBackUp,
  credit_note: IconArrowBackUp,
}

/** Where a document stands, as icon, word and colour. */
export function InvoiceState({ invoice }: { invoice: Pick<ExtranetInvoiceSummary, 'kind' | 'state'> }) {
  const words = useInvoicesWords()
  const standing = standingOf(invoice)
  const Icon = ICONS[standing]
  return (
    <span className="ex-invoice-state" data-standing={standing}>
      <Icon size={14} stroke={2} aria-hidden="true" />
      {words(`state_${standing}`)}
    </span>
  )
}
