import { Anchor } from '@mantine/core'
import type { Invoice } from '@timedesk/contracts/invoice'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { Panel } from '../../shared/panels/panel.tsx'
import { paths } from '../../shared/paths.ts'
import './invoice.css'
import { useInvoiceWords } from './use-invoice-words.ts'

/** The credit notes of an invoice; nothing when there are none. */
export function CreditNotePanel({ invoice: { creditNotes } }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  const format = useFormat()
  if (creditNotes.length === 0) return null
  return (
    <Panel title={words('creditNotes')}>
      <ul className="desk-invoice-rows">
        {creditNotes.map(({ id, number, payable, issuedOn }) => (
          <li key={id}>
            <span>
              <Anchor component={Link} to={paths.invoice(id)} inherit>
                {number ?? words('creditNoteDraft')}
              </Anchor>
              {issuedOn !== null && <span className="desk-quiet desk-small"> {format.workDate(issuedOn)}</span>}
            </span>
            <span className="td-number">{format.money(payable)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
