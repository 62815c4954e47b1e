import { expect, test } from 'vitest'
import {
  buildCreditNote,
  buildDocument,
  danishBuyer,
  germanBuyer,
  sampleDocuments,
  seller,
  timeLine,
} from '../../test/sample-documents.ts'
import { wrongDocuments } from '../../test/wrong-documents.ts'
import { checkDocument } from './check-document.ts'
import type { DocumentTotals, InvoiceDocument } from './document.ts'
import { documentProblemCodes } from './document-problems.ts'
import { totalsOf } from './totals.ts'

const check = (document: InvoiceDocument, totals: DocumentTotals = totalsOf(document)) =>
  checkDocument(document, totals)
const codesOf = (document: InvoiceDocument, totals?: DocumentTotals) => check(document, totals).map(({ code }) => code)

test.for(wrongDocuments.map(([document, code, pointer, rule]) => [code, pointer, { document, rule }] as const))(
  '%s at %s',
  ([code, pointer, { document, rule }]) => {
    expect(check(document)).toMatchObject([{ code, pointer, rule }])
  },
)

test('E4: 0.83 of an hour does not give 791.67, and is rejected', () => {
  const hours = buildDocument({ lines: [{ ...timeLine, quantity: 0.83, baseQuantity: 1 }] })

  expect(check(hours, totalsOf(buildDocument()))).toMatchObject([
    { code: 'line_quantity_not_whole', pointer: '/lines/0/quantity' },
    { code: 'line_net_mismatch', rule: 'PEPPOL-EN16931-R120', pointer: '/lines/0/quantity', severity: 'error' },
  ])
  expect(codesOf(buildDocument())).toEqual([])
})

test.for([
  [2, []],
  [-1, []],
  [3, ['line_net_mismatch']],
  [-2, ['line_net_mismatch']],
] as const)('R120: %i øre off the rounded net of 791.6667', ([off, codes]) => {
  const totals = totalsOf(buildDocument({ lines: [{ ...timeLine, allowance: off }] }))

  expect(codesOf(buildDocument(), totals)).toEqual(codes)
})

test('prices and bases that are no whole numbers are told', () => {
  const totals = totalsOf(buildDocument())
  const priced = (overrides: Partial<typeof timeLine>) => buildDocument({ lines: [{ ...timeLine, ...overrides }] })

  expect(codesOf(priced({ unitPrice: 95_000.5 }), totals)).toEqual(['line_price_not_whole'])
  expect(codesOf(priced({ baseQuantity: 0 }), totals)).toEqual(['line_base_quantity_invalid', 'line_net_mismatch'])
})

test.for([
  ['BR-CO-10', { lines: 79_168 }],
  ['BR-CO-11', { allowances: 1 }],
  ['BR-CO-13', { net: 79_168 }],
  ['BR-CO-14', { vat: 19_793 }],
  ['BR-CO-15', { gross: 98_960 }],
  ['BR-CO-16', { payable: 98_960 }],
  [
    'BR-CO-17',
    {
      vat: 19_793,
      gross: 98_960,
      payable: 98_960,
      breakdown: [{ category: 'S', rate: 2500, base: 79_167, vat: 19_793, allowance: 0 }],
    },
  ],
] as const)('%s: sums that do not add up are told', ([rule, wrong]) => {
  const totals = { ...totalsOf(buildDocument()), ...structuredClone(wrong) } as DocumentTotals

  expect(check(buildDocument(), totals)).toMatchObject([{ code: 'totals_do_not_add_up', rule }])
})

test('a credit note that closes an invoice may differ from its rate, by less than a krone', () => {
  const closing = (vat: number) => {
    const fixed = { vat: [{ category: 'S', rate: 2500, vat } as const], rounding: 0, accountingVat: null }
    return codesOf(buildCreditNote(), totalsOf(buildCreditNote(), fixed))
  }

  expect(closing(19_792 + 99)).toEqual([])
  expect(closing(19_792 + 100)).toEqual(['totals_do_not_add_up'])
})

test('all reasons are told at once', () => {
  const document = buildDocument({
    ...{ seller: { ...seller, vatId: '' }, buyer: { ...danishBuyer, name: '' } },
    ...{ dueOn: '2026-01-01', lines: [timeLine, { ...timeLine, text: '' }] },
  })

  expect(codesOf(document)).toEqual([
    'seller_vat_id_missing',
    'buyer_name_missing',
    'line_text_missing',
    'due_before_issue',
  ])
})

test('a customer who is not invoiced through Peppol is only reminded of a reference, and needs no address of ours', () => {
  const own = { ...seller, endpointScheme: '', endpointId: '' }
  const buyer = { ...danishBuyer, endpointScheme: '', endpointId: '' }

  expect(check(buildDocument({ seller: own, buyer, buyerReference: '' }))).toMatchObject([
    { code: 'buyer_reference_missing', severity: 'warning' },
  ])
  expect(check(buildDocument({ buyerReference: '' }))).toMatchObject([{ severity: 'error' }])
  expect(check(buildDocument({ buyerReference: '', orderReference: 'PO-77' }))).toEqual([])
})

test('a draft leaves number and dates to its posting', () => {
  expect(check(buildDocument({ number: null, issuedOn: null, dueOn: null }))).toEqual([])
})

test('a credit note needs no account to be paid to', () => {
  const account = { iban: '', bic: '', bankRegistration: '', bankAccount: '' }

  expect(check(buildCreditNote({ seller: { ...seller, account } }))).toEqual([])
})

const strange = ['line discount and supplement', 'Swedish kronor', 'hostile text']

test.for(Object.entries(sampleDocuments).filter(([name]) => !strange.includes(name)))(
  'nothing is wrong with %s',
  ([, document]) => {
    expect(check(document)).toEqual([])
  },
)

test('Greece has a prefix of its own', () => {
  const buyer = { ...germanBuyer, countryCode: 'GR' }

  expect(codesOf(buildDocument({ buyer: { ...buyer, vatId: 'EL123456789' } }))).toEqual([])
  expect(codesOf(buildDocument({ buyer: { ...buyer, vatId: 'GR123456789' } }))).toEqual(['buyer_vat_id_invalid'])
})

test('each code is found somewhere above', () => {
  const elsewhere = [
    ...['line_quantity_not_whole', 'line_price_not_whole', 'line_base_quantity_invalid', 'line_net_mismatch'],
    'totals_do_not_add_up',
  ]

  expect([...new Set([...wrongDocuments.map(([, code]) => code), ...elsewhere])].toSorted()).toEqual(
    documentProblemCodes.toSorted(),
  )
})
