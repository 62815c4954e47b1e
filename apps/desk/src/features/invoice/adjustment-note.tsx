import type { InvoiceLine } from '@timedesk/contracts/invoice'
import { useFormat } from '@timedesk/ui/format'

import { minorOf } from '../../shared/money.ts'
import './invoice.css'
import { useInvoiceWords } from './use-invoice-words.ts'

/** What a line was worth as registered, and how much more or less it charges and why; nothing without sources. */
export function AdjustmentNote({ line: { sources, registered, net, adjustmentReason } }: { line: InvoiceLine }) {
  const words = useInvoiceWords()
  const format = useFormat()
  if (sources.length === 0) return null
  const difference = minorOf(net) - minorOf(registered)
  const size = { amount: format.minor(Math.abs(difference), net.currency) }
  return (
    <span className="desk-line-registered">
      <span className="desk-quiet">{words('registered', { amount: format.money(registered) })}</span>
      {difference !== 0 && (
        <span data-adjusted={difference < 0 ? 'down' : 'up'}>
          {words(difference < 0 ? 'writtenDown' : 'writtenUp', size)}
          {adjustmentReason !== '' && `: ${adjustmentReason}`}
        </span>
      )}
    </span>
  )
}
