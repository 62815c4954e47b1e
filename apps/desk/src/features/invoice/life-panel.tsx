import { Anchor } from '@mantine/core'
import type { Invoice } from '@timedesk/contracts/invoice'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { Panel } from '../../shared/panels/panel.tsx'
import { paths } from '../../shared/paths.ts'
import './invoice.css'
import { useInvoiceWords } from './use-invoice-words.ts'

/** Who drafted, posted and sent a document, what it corrects, and how often the customer was reminded. */
export function LifePanel({ invoice }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  const format = useFormat()
  const { createdByName, createdAt, postedByName, postedAt, sentTo, sentAt, reminderList, corrects } = invoice
  return (
    <Panel title={words('life')}>
      <ul className="desk-invoice-life">
        {corrects !== null && (
          <li>
            <Anchor component={Link} to={paths.invoice(corrects.id)} inherit>
              {words('correctsLink', { number: corrects.number })}
            </Anchor>
          </li>
        )}
        <li>{words('draftedBy', { name: createdByName, at: format.dateTime(createdAt) })}</li>
        {postedAt !== null && <li>{words('postedBy', { name: postedByName ?? '', at: format.dateTime(postedAt) })}</li>}
        {sentAt !== null && <li>{words('sentTo', { address: sentTo, at: format.dateTime(sentAt) })}</li>}
        {reminderList.map(({ level, sentTo: address, at }) => (
          <li key={`${level} ${at}`}>
            {words('reminder', { level, address })}, {format.dateTime(at)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
