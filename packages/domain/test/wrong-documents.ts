import type { DocumentLine, InvoiceDocument, Party, PaymentAccount } from '../src/invoicing/document.ts'
import type { DocumentProblemCode } from '../src/invoicing/document-problems.ts'
import {
  buildCreditNote,
  buildDocument,
  danishBuyer,
  germanBuyer,
  seller,
  timeLine,
  voucherLine,
} from './sample-documents.ts'

/** A document with one thing wrong, and what is said of it: code, pointer and rule. */
export type WrongDocument = [document: InvoiceDocument, code: DocumentProblemCode, pointer: string, rule: string]

const selling = (overrides: Partial<Party>) => buildDocument({ seller: { ...seller, ...overrides } })
const buying = (overrides: Partial<Party>) => buildDocument({ buyer: { ...danishBuyer, ...overrides } })
const paidTo = (overrides: Partial<PaymentAccount>) =>
  buildDocument({ seller: { ...seller, account: { ...seller.account, ...overrides } } })
const charging = (overrides: Partial<DocumentLine>) => buildDocument({ lines: [{ ...timeLine, ...overrides }] })

const noPlace = { address: '', postalCode: '', city: '' }
const reverse = { vatCategory: 'AE', vatRate: 0 } as const
const outside = { ...voucherLine, vatCategory: 'O', vatRate: 0 } as const
const euros = { currency: 'EUR', accounting: { currency: 'DKK', rateMillionths: 7_460_300 } }

const wrongParties: WrongDocument[] = [
  [selling({ name: ' ' }), 'seller_name_missing', '/seller/name', 'BR-06'],
  [selling(noPlace), 'seller_address_missing', '/seller/address', 'DK-58-1-5'],
  [selling({ city: '' }), 'seller_city_missing', '/seller/city', 'DK-58-1-5'],
  [selling({ countryCode: '', cvr: '' }), 'seller_country_missing', '/seller/countryCode', 'BR-09'],
  [selling({ cvr: '' }), 'seller_cvr_missing', '/seller/cvr', 'DK-R-014'],
  [selling({ cvr: 'DK12345674' }), 'seller_cvr_invalid', '/seller/cvr', 'DK-R-014'],
  [selling({ vatId: '' }), 'seller_vat_id_missing', '/seller/vatId', 'BR-S-02'],
  [selling({ vatId: '12345674' }), 'seller_vat_id_invalid', '/seller/vatId', 'BR-CO-09'],
  [
    selling({ endpointScheme: '', endpointId: '' }),
    'seller_endpoint_missing',
    '/seller/endpointId',
    'PEPPOL-EN16931-R020',
  ],
  [selling({ endpointId: '123' }), 'seller_endpoint_invalid', '/seller/endpointId', 'PEPPOL-EN16931-R020'],
  [buying({ name: '' }), 'buyer_name_missing', '/buyer/name', 'BR-07'],
  [buying(noPlace), 'buyer_address_missing', '/buyer/address', 'DK-58-1-5'],
  [buying({ postalCode: '' }), 'buyer_city_missing', '/buyer/city', 'DK-58-1-5'],
  [buying({ countryCode: 'Denmark' }), 'buyer_country_missing', '/buyer/countryCode', 'BR-11'],
  [buying({ cvr: '8765432' }), 'buyer_cvr_invalid', '/buyer/cvr', 'DK-R-014'],
  [buying({ vatId: '87654325' }), 'buyer_vat_id_invalid', '/buyer/vatId', 'BR-CO-09'],
  [
    buildDocument({ buyer: { ...germanBuyer, vatId: '' }, lines: [{ ...timeLine, ...reverse }] }),
    ...(['buyer_vat_id_missing', '/buyer/vatId', 'BR-AE-02'] as const),
  ],
  [
    buying({ endpointScheme: '0088', endpointId: '5798009811579' }),
    ...(['buyer_endpoint_invalid', '/buyer/endpointId', 'PEPPOL-EN16931-R010'] as const),
  ],
  [buildDocument({ buyerReference: '' }), 'buyer_reference_missing', '/buyerReference', 'PEPPOL-EN16931-R003'],
]

const wrongLines: WrongDocument[] = [
  [buildDocument({ lines: [] }), 'lines_missing', '/lines', 'BR-16'],
  [charging({ text: ' ' }), 'line_text_missing', '/lines/0/text', 'BR-25'],
  [charging({ quantity: -50, unitPrice: -95_000 }), 'line_price_negative', '/lines/0/unitPrice', 'BR-27'],
  [charging({ allowance: 100 }), 'line_allowance_reason_missing', '/lines/0/allowanceReason', 'BR-42'],
  [
    buildDocument({ period: null, lines: [{ ...timeLine, period: { from: '2026-03-03', to: '2026-03-02' } }] }),
    ...(['line_period_reversed', '/lines/0/period', 'BR-30'] as const),
  ],
  [
    charging({ period: { from: '2025-12-31', to: '2026-01-31' } }),
    ...(['line_period_outside', '/lines/0/period', 'PEPPOL-EN16931-R110'] as const),
  ],
  [
    charging({ period: { from: '2026-03-31', to: '2026-04-01' } }),
    ...(['line_period_outside', '/lines/0/period', 'PEPPOL-EN16931-R111'] as const),
  ],
  [
    buildDocument({ period: { from: '2026-03-31', to: '2026-03-01' }, lines: [voucherLine] }),
    ...(['period_reversed', '/period', 'BR-29'] as const),
  ],
]

const wrongTax: WrongDocument[] = [
  [charging({ vatRate: 0 }), 'vat_rate_missing', '/lines/0/vatRate', 'BR-S-05'],
  [charging({ vatCategory: 'Z' }), 'vat_rate_not_zero', '/lines/0/vatRate', 'BR-Z-05'],
  [buildDocument({ lines: [timeLine, outside] }), 'outside_scope_mixed', '/lines', 'BR-O-11'],
  [charging(reverse), 'reverse_charge_domestic', '/buyer/countryCode', 'reverse_charge'],
  [
    buildDocument({ buyer: germanBuyer, lines: [{ ...timeLine, vatCategory: 'G', vatRate: 0 }] }),
    ...(['export_within_eu', '/buyer/countryCode', 'export'] as const),
  ],
  [
    buildDocument({ discount: { basisPoints: 10_001, reason: 'Too much' }, lines: [{ ...timeLine, unitPrice: 0 }] }),
    ...(['discount_invalid', '/discount/basisPoints', 'PEPPOL-EN16931-R040'] as const),
  ],
  [
    buildDocument({ discount: { basisPoints: 1000, reason: '' } }),
    ...(['discount_reason_missing', '/discount/reason', 'BR-33'] as const),
  ],
  [charging({ quantity: -1 }), 'net_negative', '/lines', 'net_negative'],
  [
    buildDocument({
      lines: [
        { ...outside, vatCategory: 'Z', unitPrice: 100 },
        { ...timeLine, quantity: -6, unitPrice: 1000 },
      ],
    }),
    ...(['payable_negative', '/lines', 'payable_negative'] as const),
  ],
  [
    buildCreditNote({
      lines: [
        { ...outside, vatCategory: 'Z', unitPrice: 100 },
        { ...timeLine, quantity: -6, unitPrice: 1000 },
      ],
    }),
    ...(['payable_negative', '/lines', 'DK-R-016'] as const),
  ],
]

const wrongPayment: WrongDocument[] = [
  [buildDocument({ ...euros, currency: 'eur' }), 'currency_invalid', '/currency', 'BR-05'],
  [buildDocument({ currency: 'EUR' }), 'exchange_rate_missing', '/accounting', 'BR-53'],
  [
    buildDocument({ ...euros, accounting: { ...euros.accounting, rateMillionths: 0 } }),
    ...(['exchange_rate_invalid', '/accounting/rateMillionths', 'BR-53'] as const),
  ],
  [
    buildDocument({ accounting: euros.accounting }),
    ...(['accounting_currency_same', '/accounting/currency', 'PEPPOL-EN16931-R005'] as const),
  ],
  [buildDocument({ dueOn: null }), 'due_date_missing', '/dueOn', 'BR-CO-25'],
  [buildDocument({ dueOn: '2026-03-31' }), 'due_before_issue', '/dueOn', 'due_before_issue'],
  [buildCreditNote({ preceding: null }), 'credit_without_original', '/preceding', 'credit_without_original'],
  [paidTo({ iban: '' }), 'payment_account_missing', '/seller/account', 'BR-61'],
  [paidTo({ iban: 'DK51 0040 0440 1162 43' }), 'iban_invalid', '/seller/account/iban', 'BR-50'],
  [paidTo({ bic: 'NDEA' }), 'bic_invalid', '/seller/account/bic', 'bic'],
  [
    paidTo({ bankRegistration: '40', bankAccount: '0440116243' }),
    ...(['bank_registration_invalid', '/seller/account/bankRegistration', 'DK-R-006'] as const),
  ],
  [
    paidTo({ bankRegistration: '0040', bankAccount: '12345678901' }),
    ...(['bank_account_invalid', '/seller/account/bankAccount', 'DK-R-006'] as const),
  ],
  [charging({ text: 'Reset\u0001' }), 'illegal_characters', '/lines/0/text', 'XML-1.0'],
]

export const wrongDocuments: WrongDocument[] = [...wrongParties, ...wrongLines, ...wrongTax, ...wrongPayment]
