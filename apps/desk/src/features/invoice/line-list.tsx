import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Invoice } from '@timedesk/contracts/invoice'
import { useId, useState } from 'react'

import { AddItemsDialog } from './add-items-dialog.tsx'
import { AddLineDialog } from './add-line-dialog.tsx'
import './invoice.css'
import { isCrediting } from './is-crediting.ts'
import { LineEditor } from './line-editor.tsx'
import { LineRow } from './line-row.tsx'
import { useInvoiceWords } from './use-invoice-words.ts'

const ADDING = { items: AddItemsDialog, line: AddLineDialog }

/** The lines of a document; those of a draft are edited in place, moved and taken off, and more can be added. */
export function LineList({ invoice }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  const titleId = useId()
  const [editedId, setEditedId] = useState<string | null>(null)
  const [adding, setAdding] = useState<keyof typeof ADDING | null>(null)
  const { invoiceLines, can } = invoice
  const Adding = adding === null ? null : ADDING[adding]
  return (
    <section aria-labelledby={titleId}>
      <div className="desk-paper-head">
        <h2 id={titleId} className="desk-paper-label">
          {words('lines')}
        </h2>
        {can.edit && !isCrediting(invoice) && (
          <span className="desk-row-buttons">
            <Button size="compact-sm" variant="default" onClick={() => setAdding('line')}>
              {words('addLine')}
            </Button>
            <Button size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => setAdding('items')}>
              {words('addItems')}
            </Button>
          </span>
        )}
      </div>
      {invoiceLines.length === 0 ? (
        <p className="desk-quiet">{words('linesEmpty')}</p>
      ) : (
        <ol className="desk-lines" aria-labelledby={titleId}>
          <li className="desk-lines-head" aria-hidden="true">
            <span>{words('text')}</span>
            <span>{words('quantity')}</span>
            <span>{words('unitPrice')}</span>
            <span>{words('amount')}</span>
          </li>
          {invoiceLines.map((line, index) =>
            can.edit && line.id === editedId ? (
              <LineEditor key={line.id} {...{ invoice, line, index }} onClose={() => setEditedId(null)} />
            ) : (
              <LineRow key={line.id} {...{ invoice, line, index }} onEdit={() => setEditedId(line.id)} />
            ),
          )}
        </ol>
      )}
      {Adding !== null && <Adding invoice={invoice} onClose={() => setAdding(null)} />}
    </section>
  )
}
