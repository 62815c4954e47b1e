import type { InvoiceDocument, InvoiceKind, VatCategoryCode } from '@timedesk/domain/invoicing/document'
import type { Language } from './format.ts'

const en = {
  title: { invoice: 'Invoice', credit_note: 'Credit note' } satisfies Record<InvoiceKind, string>,
  draftTitle: { invoice: 'Draft invoice', credit_note: 'Draft credit note' } satisfies Record<InvoiceKind, string>,
  draft: 'Draft',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  credits: (number: string, day: string) => `Credits invoice ${number} of ${day}`,
  date: 'Date',
  due: 'Due date',
  period: 'Period',
  yourReference: 'Your reference',
  order: 'Order no.',
  agreement: 'Agreement',
  yourCompany: 'Your CVR no.',
  yourVat: 'Your VAT no.',
  gln: 'GLN',
  companyNumber: 'CVR no.',
  vatNumber: 'VAT no.',
  phone: 'Phone',
  description: 'Description',
  quantity: 'Quantity',
  price: 'Price',
  lineDiscount: 'Discount',
  supplement: 'Supplement',
  vat: 'VAT',
  amount: 'Amount',
  subtotal: 'Subtotal',
  discount: (percent: string) => `Discount ${percent}`,
  net: 'Total excl. VAT',
  taxed: {
    S: (percent, base) => `VAT ${percent} of ${base}`,
    Z: (percent, base) => `Zero-rated, VAT ${percent} of ${base}`,
    E: (_, base) => `Exempt from VAT: ${base}`,
    AE: (_, base) => `Reverse charge: ${base}`,
    G: (_, base) => `Export: ${base}`,
    O: (_, base) => `Not subject to VAT: ${base}`,
  } satisfies Record<VatCategoryCode, (percent: string, base: string) => string>,
  rounding: 'Rounding',
  total: { invoice: 'Total to pay', credit_note: 'Total credited' } satisfies Record<InvoiceKind, string>,
  vatInCurrency: (currency: string, rate: string) => `VAT in ${currency} (${rate})`,
  payment: 'Payment',
  account: 'Account',
  reference: 'Reference',
  setOff: (number: string) => `This amount is set off against invoice ${number}. Nothing is to be paid.`,
}

export type DocumentWords = typeof en

const da: DocumentWords = {
  title: { invoice: 'Faktura', credit_note: 'Kreditnota' },
  draftTitle: { invoice: 'Fakturakladde', credit_note: 'Kreditnotakladde' },
  draft: 'Kladde',
  page: (page, pages) => `Side ${page} af ${pages}`,
  credits: (number, day) => `Krediterer faktura ${number} af ${day}`,
  date: 'Dato',
  due: 'Forfaldsdato',
  period: 'Periode',
  yourReference: 'Deres reference',
  order: 'Ordrenr.',
  agreement: 'Aftale',
  yourCompany: 'Deres CVR-nr.',
  yourVat: 'Deres momsnr.',
  gln: 'EAN/GLN',
  companyNumber: 'CVR-nr.',
  vatNumber: 'Momsnr.',
  phone: 'Telefon',
  description: 'Beskrivelse',
  quantity: 'Antal',
  price: 'Pris',
  lineDiscount: 'Rabat',
  supplement: 'Tillæg',
  vat: 'Moms',
  amount: 'Beløb',
  subtotal: 'Subtotal',
  discount: (percent) => `Rabat ${percent}`,
  net: 'I alt ekskl. moms',
  taxed: {
    S: (percent, base) => `Moms ${percent} af ${base}`,
    Z: (percent, base) => `Nulmoms, ${percent} af ${base}`,
    E: (_, base) => `Momsfrit: ${base}`,
    AE: (_, base) => `Omvendt betalingspligt: ${base}`,
    G: (_, base) => `Eksport: ${base}`,
    O: (_, base) => `Ikke momspligtigt: ${base}`,
  },
  rounding: 'Øreafrunding',
  total: { invoice: 'I alt at betale', credit_note: 'Krediteret i alt' },
  vatInCurrency: (currency, rate) => `Moms i ${currency} (${rate})`,
  payment: 'Betaling',
  account: 'Konto',
  reference: 'Reference',
  setOff: (number) => `Beløbet modregnes i faktura ${number}. Der skal ikke betales noget.`,
}

const tables = { en, da } as const satisfies Record<Language, DocumentWords>

export function wordsOf({ language }: Pick<InvoiceDocument, 'language'>): DocumentWords {
  return tables[language]
}

/** The name of a country in the document's language; its code where it is no country. */
export function countryName(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code) : code
}
