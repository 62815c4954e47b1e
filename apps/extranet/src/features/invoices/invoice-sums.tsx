import type { ExtranetInvoice } from '@timedesk/contracts/extranet-invoices'
import { useFormat, type WireMoney } from '@timedesk/ui/format'
import './invoices.css'
import { useInvoicesWords } from './use-invoices-words.ts'
import { vatWords } from './word-invoice.ts'

type Sum = { key: string; label: string; amount: WireMoney; isMain?: boolean }

/** How the lines add up to what is to be paid, and what is left of that. */
export function InvoiceSums({ invoice }: { invoice: ExtranetInvoice }) {
  const words = useInvoicesWords()
  const format = useFormat()
  const { kind, lineTotal, allowances, net, gross, rounding, payable, paid, credited, remaining } = invoice
  const isCredit = kind === 'credit_note'
  const vat = invoice.vatBreakdown.map((row) => ({
    ...{ key: `${row.category} ${row.rate}`, label: vatWords({ words, format }, row), amount: row.vat },
  }))
  const settled: Sum[] = [
    ...(isZero(paid) ? [] : [{ key: 'paid', label: words('paidSum'), amount: negative(paid) }]),
    ...(isZero(credited) ? [] : [{ key: 'credited', label: words('creditedBy'), amount: negative(credited) }]),
  ]
  const sums: Sum[] = [
    ...(isZero(allowances)
      ? []
      : [
          { key: 'lines', label: words('lineTotal'), amount: lineTotal },
          { key: 'allowances', label: words('allowances'), amount: negative(allowances) },
        ]),
    { key: 'net', label: words('net'), amount: net },
    ...vat,
    ...(isZero(rounding)
      ? []
      : [
          { key: 'gross', label: words('gross'), amount: gross },
          { key: 'rounding', label: words('rounding'), amount: rounding },
        ]),
    { key: 'payable', label: words(isCredit ? 'creditedSum' : 'payable'), amount: payable, isMain: true },
    ...settled,
    ...(settled.length === 0 || isCredit
      ? []
      : [{ key: 'remaining', label: words('remaining'), amount: remaining, isMain: true }]),
  ]
  return (
    <dl className="ex-invoice-sums" aria-label={words('sums')}>
      {sums.map(({ key, label, amount, isMain }) => (
        <div key={key} data-main={isMain}>
          <dt>{label}</dt>
          <dd>{format.money(amount)}</dd>
        </div>
      ))}
    </dl>
  )
}

function isZero({ amount }: WireMoney): boolean {
  return /^-?0(?:\.0+)?$/u.test(amount)
}

function negative({ amount, currency }: WireMoney): WireMoney {
  return { amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`, currency }
}
