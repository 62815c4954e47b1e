import type { Invoice } from '@timedesk/contracts/invoice'
import { amountText } from '@timedesk/domain/money/money'
import { useFormat } from '@timedesk/ui/format'

import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { isZero, minorOf } from '../../shared/money.ts'
import { Panel } from '../../shared/panels/panel.tsx'
import './invoice.css'
import { useInvoiceWords } from './use-invoice-words.ts'

/** The sums of a document with VAT by category, and what it comes to against what was registered. */
export function InvoiceSums({ invoice }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  const invoicingWords = useInvoicingWords()
  const format = useFormat()
  const { kind, lineTotal, allowances, discountPercent, net, vatBreakdown, rounding, payable, accountingVat } = invoice
  return (
    <Panel title={words('sums')}>
      <dl className="desk-invoice-sums">
        <Sum label={words('lineTotal')} value={format.money(lineTotal)} />
        {!isZero(allowances) && (
          <Sum
            label={words('discount', { percent: format.factor(discountPercent) })}
            value={format.money({ ...allowances, amount: amountText(-minorOf(allowances)) })}
          />
        )}
        {!isZero(allowances) && <Sum label={words('net')} value={format.money(net)} />}
        {vatBreakdown.map(({ category, rate, base, vat }) => (
          <Sum
            key={`${category} ${rate}`}
            label={words('vatRow', {
              category: invoicingWords(`vat_${category}`),
              rate: format.factor(rate),
              base: format.money(base),
            })}
            value={format.money(vat)}
          />
        ))}
        {!isZero(rounding) && <Sum label={words('rounding')} value={format.money(rounding)} />}
        <Sum isTotal label={words(kind === 'invoice' ? 'total' : 'totalCredit')} value={format.money(payable)} />
        {accountingVat !== null && (
          <Sum
            isQuiet
            label={words('accountingVat', { currency: accountingVat.currency })}
            value={format.money(accountingVat)}
          />
        )}
        <Settled invoice={invoice} />
        <Adjusted invoice={invoice} />
      </dl>
    </Panel>
  )
}

function Settled({ invoice: { state, paid, credited, remaining } }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  const format = useFormat()
  if (state === 'draft') return null
  return (
    <>
      {!isZero(paid) && <Sum label={words('paid')} value={format.money(paid)} />}
      {!isZero(credited) && <Sum label={words('credited')} value={format.money(credited)} />}
      <Sum isTotal label={words('remaining')} value={format.money(remaining)} />
    </>
  )
}

/** How much more or less is charged than was registered; nothing when it is the same or nothing was registered. */
function Adjusted({ invoice: { registered, net, invoiceLines } }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  const format = useFormat()
  const sourced = invoiceLines.filter(({ sources }) => sources.length > 0)
  const difference = sourced.reduce((sum, line) => sum + minorOf(line.net), 0) - minorOf(registered)
  if (sourced.length === 0 || difference === 0) return null
  return <Sum isQuiet label={words('adjusted')} value={format.minor(difference, net.currency)} />
}

type SumProps = { label: string; value: string; isTotal?: boolean; isQuiet?: boolean }

function Sum({ label, value, isTotal = false, isQuiet = false }: SumProps) {
  return (
    <div data-total={isTotal ? true : undefined} data-quiet={isQuiet ? true : undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
