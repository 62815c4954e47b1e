import { Anchor, Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { Invoice, InvoiceLine } from '@timedesk/contracts/invoice'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'
import { Link } from 'react-router'

import { quantityText } from '../../shared/invoicing/quantity-text.ts'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { isZero } from '../../shared/money.ts'
import { paths } from '../../shared/paths.ts'
import { AdjustmentNote } from './adjustment-note.tsx'
import { lineId } from './go-to-place.ts'
import './invoice.css'
import { LineButtons } from './line-buttons.tsx'
import { LineSources } from './line-sources.tsx'
import { useInvoiceWords } from './use-invoice-words.ts'

type LineRowProps = { invoice: Invoice; line: InvoiceLine; index: number; onEdit: () => void }

/** A line with what it was worth as registered; opens to its sources. */
export function LineRow({ invoice, line, index, onEdit }: LineRowProps) {
  const words = useInvoiceWords()
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  const { text, description, net, sources, credited } = line
  const position = index + 1
  return (
    <li id={lineId(index)} tabIndex={-1} aria-label={words('lineOf', { position })} className="desk-line">
      <div className="desk-line-main">
        <div className="desk-stack">
          <strong>{text}</strong>
          {description !== '' && <span className="desk-line-description">{description}</span>}
          <LineFacts line={line} />
        </div>
        <LineFigures line={line} />
        <span className="desk-line-amount td-number">{format.money(net)}</span>
      </div>
      <div className="desk-line-foot">
        <AdjustmentNote line={line} />
        {!isZero(credited) && (
          <span className="desk-quiet">{words('creditedPart', { amount: format.money(credited) })}</span>
        )}
        {sources.length > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={isOpen}
            leftSection={isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
            onClick={() => setIsOpen(!isOpen)}
          >
            {words('sources', { count: sources.length })}
          </Button>
        )}
        {invoice.can.edit && <LineButtons {...{ invoice, line, index, onEdit }} />}
      </div>
      {isOpen && <LineSources {...{ invoice, line, position }} />}
    </li>
  )
}

/** Where a line comes from, and how it is taxed. */
function LineFacts({ line }: { line: InvoiceLine }) {
  const words = useInvoiceWords()
  const invoicingWords = useInvoicingWords()
  const format = useFormat()
  const { agreement, case: supportCase, project, period, vatCategory, vatRate } = line
  const vat =
    vatCategory === 'S'
      ? words('vatOf', { category: invoicingWords('vat_S'), rate: format.factor(vatRate) })
      : invoicingWords(`vat_${vatCategory}`)
  return (
    <span className="desk-quiet desk-small desk-line-facts">
      {supportCase !== null && (
        <Anchor component={Link} to={paths.case(supportCase.number)} inherit>
          #{supportCase.number}
        </Anchor>
      )}
      {project !== null && <span>{project.name}</span>}
      {agreement !== null && (
        <Anchor component={Link} to={paths.agreement(agreement.id)} inherit>
          {agreement.name}
        </Anchor>
      )}
      {period !== null && (
        <span>
          {format.workDate(period.from)} – {format.workDate(period.to)}
        </span>
      )}
      <span>{vat}</span>
    </span>
  )
}

/** Quantity and price, and what is taken off or put on. */
function LineFigures({ line }: { line: InvoiceLine }) {
  const words = useInvoiceWords()
  const invoicingWords = useInvoicingWords()
  const format = useFormat()
  const { quantity, unit, unitPrice, baseQuantity, allowance } = line
  const amount = format.money(unitPrice)
  const price =
    unit === 'MIN'
      ? words('perHour', { amount })
      : baseQuantity === 1
        ? amount
        : words('perDays', { amount, count: baseQuantity })
  const isSurcharge = allowance.amount.startsWith('-')
  const size = { ...allowance, amount: allowance.amount.replace('-', '') }
  return (
    <>
      <span className="td-number">
        {quantityText(quantity, unit)} <span className="desk-quiet">{invoicingWords(`unit_${unit}`)}</span>
      </span>
      <span className="td-number">
        {price}
        {!isZero(allowance) && (
          <span className="desk-quiet desk-small">
            {' '}
            {words(isSurcharge ? 'surcharge' : 'allowance', { amount: format.money(size) })}
          </span>
        )}
      </span>
    </>
  )
}
