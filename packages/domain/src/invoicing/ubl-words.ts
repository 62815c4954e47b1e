import type { InvoiceDocument, VatCategoryCode } from './document.ts'

type Language = InvoiceDocument['language']

/** Why no VAT is charged: its code in the list of the Connecting Europe Facility, where there is one, and its words. */
export type Exemption = { code: string; words: Record<Language, string> }

/** Categories without VAT say why (BR-AE-10, BR-E-10, BR-G-10, BR-O-10); a zero rate must not (BR-Z-10). */
export const exemptions: Readonly<Record<VatCategoryCode, Exemption | null>> = {
  S: null,
  Z: null,
  E: { code: '', words: { en: 'Exempt from VAT', da: 'Fritaget for moms' } },
  AE: {
    code: 'VATEX-EU-AE',
    words: {
      en: 'Reverse charge: the customer accounts for VAT',
      da: 'Omvendt betalingspligt: kunden afregner momsen',
    },
  },
  G: { code: 'VATEX-EU-G', words: { en: 'Export outside the EU', da: 'Eksport uden for EU' } },
  O: { code: 'VATEX-EU-O', words: { en: 'Not subject to VAT', da: 'Ikke momspligtigt' } },
}

const terms = {
  en: (days: number) => (days === 0 ? 'Payable on receipt' : `Payable within ${plural(days, 'day', 'days')}`),
  da: (days: number) => (days === 0 ? 'Betales ved modtagelse' : `Betales inden ${plural(days, 'dag', 'dage')}`),
} as const satisfies Record<Language, (days: number) => string>

const credits = {
  en: (number: string) => `Credits invoice ${number}`,
  da: (number: string) => `Krediterer faktura ${number}`,
} as const satisfies Record<Language, (number: string) => string>

/** The terms of payment in words (BT-20); a credit note asks for nothing and names what it corrects. */
export function paymentTermsText({ kind, language, paymentTermsDays, preceding }: InvoiceDocument): string {
  if (kind === 'invoice') return terms[language](paymentTermsDays)
  return preceding === null ? '' : credits[language](preceding.number)
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
