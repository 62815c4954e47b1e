import type { Invoice } from '@timedesk/contracts/invoice'
import { useFormat } from '@timedesk/ui/format'

import { LANGUAGE_NAMES } from '../../shared/choices/language-select.tsx'
import { useRateText } from '../../shared/invoicing/use-rate-text.ts'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import './invoice.css'
import { useInvoiceWords } from './use-invoice-words.ts'

/** Dates, references and terms of a document that cannot be changed; what it does not have is left out. */
export function DetailsFacts({ invoice }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  const invoicingWords = useInvoicingWords()
  const format = useFormat()
  const rateText = useRateText()
  const { issuedOn, dueOn, period, note, reason, exchangeRate, currency, language, vatTreatment } = invoice
  const facts = [
    { label: words('issuedOn'), value: issuedOn === null ? '' : format.workDate(issuedOn) },
    { label: words('dueOn'), value: dueOn === null ? '' : format.workDate(dueOn) },
    {
      label: words('period'),
      value: period === null ? '' : `${format.workDate(period.from)} – ${format.workDate(period.to)}`,
    },
    { label: words('buyerReference'), value: invoice.buyerReference },
    { label: words('orderReference'), value: invoice.orderReference },
    { label: words('contractReference'), value: invoice.contractReference },
    { label: words('vatTreatment'), value: invoicingWords(`treatment_${vatTreatment}`) },
    {
      label: words('exchangeRate'),
      value: exchangeRate === null ? '' : `${rateText(exchangeRate)} (${currency})`,
    },
    { label: words('language'), value: LANGUAGE_NAMES[language] },
    { label: words('creditReason'), value: reason },
    { label: words('note'), value: note },
  ].filter(({ value }) => value !== '')
  return (
    <dl className="desk-invoice-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
