import type { DocumentLine, InvoiceDocument, Party } from '../src/invoicing/document.ts'

type Seller = InvoiceDocument['seller']

export const seller: Seller = {
  name: 'Nordlys Support ApS',
  address: 'Vesterbrogade 12, 3. tv',
  postalCode: '1620',
  city: 'København V',
  countryCode: 'DK',
  cvr: '12345674',
  vatId: 'DK12345674',
  endpointScheme: '0184',
  endpointId: '12345674',
  contactName: 'Karen Holm',
  email: 'faktura@nordlys.example',
  phone: '+45 33 12 34 56',
  account: { iban: 'DK50 0040 0440 1162 43', bic: 'NDEADKKK', bankRegistration: '', bankAccount: '' },
}

export const danishBuyer: Party = {
  name: 'Havnens Bageri A/S',
  address: 'Havnegade 4\nBaghuset',
  postalCode: '8000',
  city: 'Aarhus C',
  countryCode: 'DK',
  cvr: '87654325',
  vatId: 'DK87654325',
  endpointScheme: '0184',
  endpointId: '87654325',
  contactName: 'Jens Ærø',
  email: 'bogholderi@bageri.example',
  phone: '',
}

/** A municipality, addressed by its GLN. */
export const publicBuyer: Party = {
  ...danishBuyer,
  name: 'Fjordby Kommune',
  endpointScheme: '0088',
  endpointId: '5798009811578',
}

export const germanBuyer: Party = {
  ...danishBuyer,
  name: 'Müller & Söhne GmbH',
  address: 'Hafenstraße 9',
  postalCode: '20457',
  city: 'Hamburg',
  countryCode: 'DE',
  cvr: '',
  vatId: 'DE123456789',
  endpointScheme: '9930',
  endpointId: 'DE123456789',
  contactName: '',
  email: '',
}

/** Fifty minutes at 950.00 an hour: 791.67. */
export const timeLine: DocumentLine = {
  id: 'time',
  text: '#1042 Cannot print invoices',
  description: 'Remote support, Karen Holm: 2 and 3 March',
  quantity: 50,
  unit: 'MIN',
  unitPrice: 95_000,
  baseQuantity: 60,
  allowance: 0,
  allowanceReason: '',
  vatCategory: 'S',
  vatRate: 2500,
  period: { from: '2026-03-02', to: '2026-03-03' },
}

/** A subscription for fifty of the ninety days of a quarter: 9,000.00 / 90 × 50. */
export const periodLine: DocumentLine = {
  ...timeLine,
  id: 'period',
  text: 'Hosting, large',
  description: '',
  quantity: 50,
  unit: 'DAY',
  unitPrice: 900_000,
  baseQuantity: 90,
  period: { from: '2026-02-10', to: '2026-03-31' },
}

export const voucherLine: DocumentLine = {
  ...timeLine,
  id: 'voucher',
  text: 'Voucher, 10 hours',
  description: '',
  quantity: 1,
  unit: 'C62',
  unitPrice: 850_000,
  baseQuantity: 1,
  period: null,
}

/** A posted invoice of one line of time, between Danes, in kroner. */
export function buildDocument(overrides: Partial<InvoiceDocument> = {}): InvoiceDocument {
  return {
    kind: 'invoice',
    number: '2026-0042',
    issuedOn: '2026-04-01',
    dueOn: '2026-04-15',
    paymentTermsDays: 14,
    language: 'en',
    currency: 'DKK',
    accounting: null,
    buyerReference: 'Jens Ærø',
    orderReference: '',
    contractReference: '',
    note: '',
    period: { from: '2026-01-01', to: '2026-03-31' },
    seller,
    buyer: danishBuyer,
    preceding: null,
    discount: null,
    roundTo: 1,
    lines: [timeLine],
    ...overrides,
  }
}

export function buildCreditNote(overrides: Partial<InvoiceDocument> = {}): InvoiceDocument {
  return buildDocument({
    kind: 'credit_note',
    number: '2026-0043',
    issuedOn: '2026-04-20',
    dueOn: null,
    preceding: { number: '2026-0042', issuedOn: '2026-04-01' },
    ...overrides,
  })
}

const exemptLine = { ...voucherLine, id: 'exempt', text: 'Course fee', vatCategory: 'E', vatRate: 0 } as const
const zeroLine = { ...voucherLine, id: 'zero', text: 'Newspaper', vatCategory: 'Z', vatRate: 0 } as const
const reverseLine = { ...timeLine, vatCategory: 'AE', vatRate: 0 } as const
const exportLine = { ...timeLine, vatCategory: 'G', vatRate: 0 } as const
const outsideLine = { ...voucherLine, id: 'outside', text: 'Damages', vatCategory: 'O', vatRate: 0 } as const

const swissBuyer: Party = { ...germanBuyer, name: 'Alpen AG', city: 'Zürich', countryCode: 'CH', vatId: '' }

/** One document of every kind that is invoiced. */
export const sampleDocuments: Readonly<Record<string, InvoiceDocument>> = {
  plain: buildDocument(),
  'mixed VAT': buildDocument({ lines: [timeLine, zeroLine, exemptLine] }),
  discount: buildDocument({
    lines: [timeLine, zeroLine, exemptLine],
    discount: { basisPoints: 1050, reason: 'Framework agreement' },
  }),
  'discount over a category with a negative sum': buildDocument({
    lines: [timeLine, voucherLine, { ...zeroLine, quantity: -1, unitPrice: 333_33 }],
    discount: { basisPoints: 333, reason: 'Framework agreement' },
  }),
  'line discount and supplement': buildDocument({
    lines: [
      { ...timeLine, allowance: 5_000, allowanceReason: 'Goodwill' },
      { ...timeLine, id: 'up', allowance: -1, allowanceReason: 'Rounding of registrations' },
      { ...timeLine, id: 'wordless', allowance: -100 },
    ],
  }),
  'reverse charge': buildDocument({
    buyer: germanBuyer,
    currency: 'EUR',
    accounting: { currency: 'DKK', rateMillionths: 7_460_300 },
    lines: [reverseLine],
  }),
  'euro with VAT in kroner': buildDocument({
    currency: 'EUR',
    accounting: { currency: 'DKK', rateMillionths: 7_460_300 },
    lines: [timeLine, voucherLine],
  }),
  'Swedish kronor': buildDocument({ buyer: { ...germanBuyer, countryCode: 'SE' }, currency: 'SEK', lines: [timeLine] }),
  export: buildDocument({ buyer: swissBuyer, lines: [exportLine] }),
  'not subject to VAT': buildDocument({ lines: [outsideLine], discount: { basisPoints: 500, reason: 'Prompt' } }),
  'subscription by days': buildDocument({ lines: [periodLine] }),
  'voucher sale': buildDocument({ lines: [voucherLine], period: null }),
  'whole credit note': buildCreditNote({ lines: [timeLine, periodLine] }),
  'partial credit note': buildCreditNote({
    language: 'da',
    lines: [{ ...timeLine, quantity: 20, allowance: 1, allowanceReason: 'Rest' }],
  }),
  'credit note in euro': buildCreditNote({
    buyer: germanBuyer,
    currency: 'EUR',
    accounting: { currency: 'DKK', rateMillionths: 7_460_300 },
    lines: [reverseLine],
  }),
  rounded: buildDocument({ roundTo: 50, lines: [timeLine] }),
  'public buyer': buildDocument({
    buyer: publicBuyer,
    orderReference: 'PO-77',
    contractReference: 'A-2026-003',
    note: 'Thank you for the trust you place in us.',
    language: 'da',
  }),
  'negative quantity': buildDocument({ lines: [voucherLine, { ...timeLine, quantity: -30 }] }),
  'Danish account': buildDocument({
    seller: { ...seller, account: { iban: '', bic: '', bankRegistration: '0040', bankAccount: '0440116243' } },
  }),
  'hostile text': buildDocument({
    note: ']]> &x; <b>"quoted"</b> \u0001\uFFFE\uD800 \r\n Łódź & Ærø ✓ 😀',
    lines: [{ ...timeLine, text: '<script>&amp;</script>', description: '\u0000 a\tb\nc' }],
  }),
}
