import { Anchor } from '@mantine/core'
import type { ExtranetInvoice } from '@timedesk/contracts/extranet-invoices'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat, type Format } from '@timedesk/ui/format'
import { Link } from 'react-router'
import { caseTimePath } from '../../shared/paths.ts'
import './invoices.css'
import { useInvoicesWords, type InvoicesWords } from './use-invoices-words.ts'
import { priceWords, quantityWords } from './word-invoice.ts'

type Line = ExtranetInvoice['lines'][number]

/** What is charged, line by line. */
export function InvoiceLines({ lines }: { lines: readonly Line[] }) {
  const words = useInvoicesWords()
  const format = useFormat()
  const speech = { words, format }
  return (
    <div className="ex-invoice-lines">
      <DataTable
        label={words('lines')}
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          { key: 'text', header: words('columnText'), priority: 1, render: (line) => <What line={line} /> },
          {
            key: 'quantity',
            header: words('columnQuantity'),
            align: 'end',
            render: (line) => quantityWords(speech, line),
          },
          { key: 'price', header: words('columnPrice'), align: 'end', render: (line) => priceWords(speech, line) },
          {
            key: 'vat',
            header: words('columnVat'),
            align: 'end',
            render: ({ vatRate }) => words('percent', { percent: format.factor(vatRate) }),
          },
          { key: 'amount', header: words('columnAmount'), align: 'end', render: ({ net }) => format.money(net) },
        ]}
      />
    </div>
  )
}

function What({ line }: { line: Line }) {
  const words = useInvoicesWords()
  const format = useFormat()
  const { text, description, period, case: supportCase } = line
  const off = allowanceWords(words, format, line)
  return (
    <span className="ex-invoice-what">
      <span>{text}</span>
      {description !== '' && <span className="ex-invoice-quiet">{description}</span>}
      {period !== null && (
        <span className="ex-invoice-quiet">
          {words('period', { from: format.workDate(period.from), to: format.workDate(period.to) })}
        </span>
      )}
      {off !== null && <span className="ex-invoice-quiet">{off}</span>}
      {supportCase !== null && (
        <Anchor component={Link} to={caseTimePath(supportCase.number)} size="sm">
          {words('caseLink', { number: supportCase.number })}
        </Anchor>
      )}
    </span>
  )
}

/** What was taken off or put on; null where nothing was. */
function allowanceWords(words: InvoicesWords, format: Format, { allowance }: Line): string | null {
  const { amount, currency } = allowance
  if (/^-?0(?:\.0+)?$/u.test(amount)) return null
  if (!amount.startsWith('-')) return words('allowance', { amount: format.money(allowance) })
  return words('charge', { amount: format.money({ amount: amount.slice(1), currency }) })
}
