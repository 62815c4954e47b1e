import type { Invoice } from '@timedesk/contracts/invoice'
import { useLanguage } from '@timedesk/ui/use-language'

import { countryName } from '../../shared/choices/country-input.tsx'

import './invoice.css'
import { useInvoiceWords } from './use-invoice-words.ts'

type PartyBlockProps = { label: string; party: Invoice['buyer']; account?: Invoice['seller']['account'] }

/** A party with its address and numbers, as the document shows it. */
export function PartyBlock({ label, party, account }: PartyBlockProps) {
  const words = useInvoiceWords()
  const { language } = useLanguage()
  const { name, address, postalCode, city, countryCode, cvr, vatId, contactName, email, endpointScheme, endpointId } =
    party
  const lines = [
    address,
    [postalCode, city].filter((part) => part !== '').join(' '),
    countryCode === '' ? '' : countryName(countryCode, language),
    contactName,
    email,
    cvr === '' ? '' : words('cvr', { number: cvr }),
    vatId === '' ? '' : words('vatNumber', { number: vatId }),
    endpointId === '' ? '' : words('peppol', { scheme: endpointScheme, id: endpointId }),
    ...(account === undefined ? [] : accountLines(account)),
  ].filter((line) => line !== '')
  return (
    <section aria-label={label}>
      <h2 className="desk-paper-label">{label}</h2>
      <p className="desk-party">
        <strong>{name === '' ? '—' : name}</strong>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
    </section>
  )
}

function accountLines({ iban, bic, bankRegistration, bankAccount }: Invoice['seller']['account']): string[] {
  return [
    iban === '' ? '' : `IBAN ${iban}`,
    bic === '' ? '' : `BIC ${bic}`,
    [bankRegistration, bankAccount].filter((part) => part !== '').join(' '),
  ]
}
