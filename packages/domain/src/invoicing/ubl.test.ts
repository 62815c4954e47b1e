// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '../../test/any-document.ts'
import { elementsAt, readUbl, textsAt } from '../../test/read-ubl.ts'
import {
  buildCreditNote,
  buildDocument,
  danishBuyer,
  germanBuyer,
  sampleDocuments,
  seller,
  timeLine,
  voucherLine,
} from '../../test/sample-documents.ts'
import { structureFaults } from '../../test/ubl-structure.ts'
import { sumFaults } from '../../test/ubl-sums.ts'
import type { InvoiceDocument, VatCategoryCode } from './document.ts'
import { totalsOf } from './totals.ts'
import { ublOf } from './ubl.ts'

function write(document: InvoiceDocument): string {
  return ublOf(document, totalsOf(document))
}

function textsOf(document: InvoiceDocument, path: string): string[] {
  return textsAt(readUbl(write(document)), path)
}

test.for(Object.entries(sampleDocuments))(
  '%s: valid against the structure of UBL 2.1, and the sums agree',
  ([, sample]) => {
    const xml = write(sample)
    expect(structureFaults(xml)).toEqual([])
    expect(sumFaults(xml)).toEqual([])
  },
)

test('any document is valid, and its sums agree', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const xml = write(document)
      expect(structureFaults(xml)).toEqual([])
      expect(sumFaults(xml)).toEqual([])
    }),
    { numRuns: 30 },
  )
})

test('fifty minutes at 950.00 an hour are 791.67, told by the minute (E4)', () => {
  const [line] = elementsAt(readUbl(write(buildDocument())), 'InvoiceLine')
  expect(line?.outerHTML.replaceAll(/ xmlns(:\w+)?="[^"]*"/g, '').replaceAll(/>\s+</g, '><')).toContain(
    '<cbc:InvoicedQuantity unitCode="MIN">50</cbc:InvoicedQuantity>' +
      '<cbc:LineExtensionAmount currencyID="DKK">791.67</cbc:LineExtensionAmount>',
  )
  expect(line?.outerHTML.replaceAll(/ xmlns(:\w+)?="[^"]*"/g, '').replaceAll(/>\s+</g, '><')).toContain(
    '<cac:Price><cbc:PriceAmount currencyID="DKK">950.00</cbc:PriceAmount>' +
      '<cbc:BaseQuantity unitCode="MIN">60</cbc:BaseQuantity></cac:Price>',
  )
})

test('a credit note names the invoice that it corrects, asks for no payment and counts upwards', () => {
  const note = buildCreditNote()
  expect(readUbl(write(note)).localName).toBe('CreditNote')
  expect(textsOf(note, 'CreditNoteTypeCode')).toEqual(['381'])
  expect(textsOf(note, 'BillingReference/InvoiceDocumentReference/ID')).toEqual(['2026-0042'])
  expect(textsOf(note, 'BillingReference/InvoiceDocumentReference/IssueDate')).toEqual(['2026-04-01'])
  expect(textsOf(note, 'PaymentMeans')).toEqual([])
  expect(textsOf(note, 'CreditNoteLine/CreditedQuantity')).toEqual(['50'])
  expect(textsOf(note, 'LegalMonetaryTotal/PayableAmount')).toEqual(['989.59'])
})

const iban = { ...seller.account, iban: 'DK50 0040 0440 1162 43', bankRegistration: '', bankAccount: '' }
const local = { iban: '', bic: '', bankRegistration: '0040', bankAccount: '0440 116243' }
const both = { ...iban, bankRegistration: '0040', bankAccount: '0440116243' }
const none = { iban: ' ', bic: '', bankRegistration: '0040', bankAccount: '' }

test.for([
  [
    'an IBAN between Danes',
    { account: iban, currency: 'DKK', buyer: danishBuyer },
    ['58', 'DK5000400440116243', 'NDEADKKK'],
  ],
  ['an account between Danes', { account: local, currency: 'DKK', buyer: danishBuyer }, ['42', '0440116243', '0040']],
  ['both, in kroner', { account: both, currency: 'DKK', buyer: danishBuyer }, ['42', '0440116243', '0040']],
  ['both, in euro', { account: both, currency: 'EUR', buyer: germanBuyer }, ['58', 'DK5000400440116243', 'NDEADKKK']],
  [
    'an IBAN in dollars',
    { account: iban, currency: 'USD', buyer: germanBuyer },
    ['30', 'DK5000400440116243', 'NDEADKKK'],
  ],
  ['half an account', { account: none, currency: 'DKK', buyer: danishBuyer }, []],
] as const)('paid to %s', ([, { account, ...rest }, expected]) => {
  const document = buildDocument({ ...rest, seller: { ...seller, account } })
  const found = ['PaymentMeansCode', 'PayeeFinancialAccount/ID', 'PayeeFinancialAccount/FinancialInstitutionBranch/ID']
  expect(found.flatMap((path) => textsOf(document, `PaymentMeans/${path}`))).toEqual(expected)
})

test.for([
  ['S', 2500, '25.00', [], []],
  ['Z', 0, '0.00', [], []],
  ['E', 0, '0.00', [], ['Fritaget for moms']],
  ['AE', 0, '0.00', ['VATEX-EU-AE'], ['Omvendt betalingspligt: kunden afregner momsen']],
  ['G', 0, '0.00', ['VATEX-EU-G'], ['Eksport uden for EU']],
] as const)('category %s says why there is no VAT, where there has to be a reason', ([category, rate, ...expected]) => {
  const document = buildDocument({ language: 'da', lines: [{ ...timeLine, vatCategory: category, vatRate: rate }] })
  const [percent, codes, reasons] = expected
  expect(textsOf(document, 'TaxTotal/TaxSubtotal/TaxCategory/Percent')).toEqual([percent])
  expect(textsOf(document, 'TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReasonCode')).toEqual(codes)
  expect(textsOf(document, 'TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReason')).toEqual(reasons)
})

test.for([
  ['S', 2500, ['DK12345674']],
  ['O', 0, []],
] as const satisfies [VatCategoryCode, number, string[]][])(
  'of category %s, VAT numbers stand only where VAT has a place (BR-O-02)',
  ([category, rate, vatIds]) => {
    const line = { ...timeLine, vatCategory: category, vatRate: rate }
    const document = buildDocument({ lines: [line], discount: { basisPoints: 1000, reason: 'Agreed' } })
    expect(textsOf(document, 'AccountingSupplierParty/Party/PartyTaxScheme/CompanyID')).toEqual(vatIds)
    expect(textsOf(document, 'InvoiceLine/Item/ClassifiedTaxCategory/Percent')).toHaveLength(vatIds.length)
    expect(textsOf(document, 'AllowanceCharge/TaxCategory/Percent')).toHaveLength(vatIds.length)
  },
)

test('VAT in kroner of an invoice in euro stands beside the VAT of the document (E16)', () => {
  const accounting = { currency: 'DKK', rateMillionths: 7_460_300 }
  const document = buildDocument({ currency: 'EUR', accounting, lines: [{ ...voucherLine, unitPrice: 100_000 }] })
  expect(textsOf(document, 'TaxCurrencyCode')).toEqual(['DKK'])
  expect(textsOf(document, 'TaxTotal/TaxAmount')).toEqual(['250.00', '1865.08'])
})

test('references and period are told, and a Danish company by its CVR number', () => {
  const document = buildDocument({ orderReference: 'PO-77', contractReference: 'A-3', note: 'Thank you.' })
  expect(textsOf(document, 'BuyerReference')).toEqual(['Jens Ærø'])
  expect(textsOf(document, 'OrderReference/ID')).toEqual(['PO-77'])
  expect(textsOf(document, 'ContractDocumentReference/ID')).toEqual(['A-3'])
  expect(textsOf(document, 'Note')).toEqual(['Thank you.'])
  expect(textsOf(document, 'PaymentMeans/PaymentID')).toEqual(['2026-0042'])
  expect(textsOf(document, 'InvoicePeriod/StartDate')).toEqual(['2026-01-01'])
  expect(textsOf(document, 'InvoiceLine/InvoicePeriod/EndDate')).toEqual(['2026-03-03'])

  const companies = elementsAt(readUbl(write(document)), 'AccountingSupplierParty/Party/PartyLegalEntity/CompanyID')
  expect(companies.map((id) => [id.textContent, id.getAttribute('schemeID')])).toEqual([['12345674', '0184']])
})

test('what is not known leaves nothing behind', () => {
  const empty = {
    endpointScheme: '',
    endpointId: '',
    contactName: ' ',
    email: '',
    phone: '',
    cvr: '',
    vatId: '',
    city: '',
  }
  const xml = write(
    buildDocument({ buyer: { ...danishBuyer, ...empty }, buyerReference: '', dueOn: null, period: null }),
  )
  const buyer = elementsAt(readUbl(xml), 'AccountingCustomerParty/Party').flatMap((party) => [...party.children])
  expect(buyer.map(({ localName }) => localName)).toEqual(['PartyName', 'PostalAddress', 'PartyLegalEntity'])
  expect(structureFaults(xml)).toEqual([])
})

test('an address of many lines fits the three of the standard', () => {
  const document = buildDocument({
    buyer: { ...danishBuyer, address: 'c/o Holm\n\n Havnegade 4 \r\nBaghuset\n2. sal' },
  })
  const address = 'AccountingCustomerParty/Party/PostalAddress'
  expect(textsOf(document, `${address}/StreetName`)).toEqual(['c/o Holm'])
  expect(textsOf(document, `${address}/AdditionalStreetName`)).toEqual(['Havnegade 4'])
  expect(textsOf(document, `${address}/AddressLine/Line`)).toEqual(['Baghuset, 2. sal'])
})

test('a draft has no number, and so no document', () => {
  expect(() => write(buildDocument({ number: null }))).toThrow(RangeError)
  expect(() => write(buildDocument({ issuedOn: null }))).toThrow(RangeError)
})

test('totals of another document are a fault', () => {
  expect(() => ublOf(buildDocument({ lines: [timeLine, voucherLine] }), totalsOf(buildDocument()))).toThrow(RangeError)
})

test.for([
  ['two elements in the wrong order', /(<cbc:ID>2026.*<\/cbc:ID>)\s*(<cbc:IssueDate>.*<\/cbc:IssueDate>)/, '$2$1'],
  ['an element twice', /(<cbc:DueDate>.*<\/cbc:DueDate>)/, '$1$1'],
  ['a missing element', /<cbc:PriceAmount.*<\/cbc:PriceAmount>/, ''],
  ['an unknown element', /cbc:StreetName/g, 'cbc:Street'],
  ['another namespace', /CommonBasicComponents-2/, 'CommonBasicComponents-3'],
  ['an empty element', />Jens Ærø</, '><'],
  ['an amount without currency', / currencyID="DKK">791/, '>791'],
  ['a decimal comma', />791\.67</, '>791,67<'],
  ['a day of another form', />2026-04-15</, '>15.04.2026<'],
  ['a missing end', /<\/Invoice>/, ''],
] as const)('the structure tells %s', ([, what, instead]) => {
  const xml = write(buildDocument())
  const broken = xml.replace(what, instead)
  expect(broken).not.toBe(xml)
  expect(structureFaults(broken)).not.toEqual([])
})

test('the sums tell an øre', () => {
  const xml = write(buildDocument({ discount: { basisPoints: 1000, reason: 'Agreed' } }))
  const amounts = [...xml.matchAll(/currencyID="DKK">(\d+\.\d)(\d)</g)]
  const unseen = amounts.filter((match) => {
    const changed = `currencyID="DKK">${match[1] ?? ''}${String((Number(match[2]) + 3) % 10)}<`
    const broken = `${xml.slice(0, match.index)}${changed}${xml.slice(match.index + match[0].length)}`
    return sumFaults(broken).length === 0
  })
  expect(amounts).toHaveLength(12)
  // The base of the allowance: ten percent of three øre are within what Peppol grants.
  expect(unseen.map(([text]) => text)).toEqual(['currencyID="DKK">791.67<'])
})
