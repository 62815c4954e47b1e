import { Anchor } from '@mantine/core'
import type { InvoiceRun } from '@timedesk/contracts/invoice-runs'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { isZero } from '../../shared/money.ts'
import { paths, potentialPath } from '../../shared/paths.ts'
import './invoice-runs.css'

type Held = InvoiceRun['held'][number]

/** What waits and why, each reason with the way to where it is settled; of one customer when one is told. */
export function HeldReasons({ held, customerId }: { held: readonly Held[]; customerId?: string }) {
  const invoicingWords = useInvoicingWords()
  const format = useFormat()
  return (
    <ul className="desk-run-held">
      {held.map(({ reason, items, amounts }) => (
        <li key={reason}>
          <Anchor component={Link} to={placeOf(reason, customerId)} inherit>
            {invoicingWords(`held_${reason}`, { count: items })}
          </Anchor>
          {amounts
            .filter((money) => !isZero(money))
            .map((money) => (
              <span key={money.currency} className="td-number desk-quiet">
                {format.money(money)}
              </span>
            ))}
        </li>
      ))}
    </ul>
  )
}

function placeOf(reason: Held['reason'], customerId: string | undefined): string {
  if (reason === 'time_approval') return paths.approvals
  if (customerId === undefined) return paths.potential
  return reason === 'missing_rate' ? paths.customer(customerId) : `${potentialPath(customerId)}&state=held`
}
