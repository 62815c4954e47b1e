import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '../../test/any-document.ts'
import { buildDocument, periodLine, timeLine, voucherLine } from '../../test/sample-documents.ts'
import type { DocumentLine, DocumentTotals, InvoiceDocument } from './document.ts'
import { roundingOf, totalsOf } from './totals.ts'

const oneOf = (unitPrice: number, overrides: Partial<DocumentLine> = {}) => ({
  ...voucherLine,
  unitPrice,
  ...overrides,
})
const zeroRated = { vatCategory: 'Z', vatRate: 0 } as const
const discount = (basisPoints: number) => ({ basisPoints, reason: 'Framework agreement' })

test.for<[string, DocumentLine[], Partial<DocumentTotals>]>([
  ['E1: 120 minutes', [{ ...timeLine, quantity: 120 }], { net: 190_000, vat: 47_500, gross: 237_500 }],
  ['E4: 50 minutes', [timeLine], { net: 79_167, vat: 19_792, gross: 98_959 }],
  ['E11: 50 of 90 days', [periodLine], { net: 500_000, vat: 125_000, gross: 625_000 }],
  ['E15: VAT once', [oneOf(3333), oneOf(3333), oneOf(3333)], { net: 9999, vat: 2500, gross: 12_499 }],
  [
    'E28: what is posted in the month',
    [oneOf(900_000), { ...timeLine, quantity: 120 }, oneOf(400_000)],
    { lineNets: [900_000, 190_000, 400_000], net: 1_490_000, vat: 372_500, gross: 1_862_500 },
  ],
])('%s', ([, lines, expected]) => {
  expect(totalsOf(buildDocument({ lines }))).toMatchObject(expected)
})

test('E16: a tenth off 2,691.67', () => {
  const lines = [timeLine, { ...timeLine, quantity: 120 }]

  expect(totalsOf(buildDocument({ lines, discount: discount(1000) }))).toMatchObject({
    ...{ lines: 269_167, allowances: 26_917, net: 242_250, vat: 60_563, gross: 302_813, payable: 302_813 },
    breakdown: [{ category: 'S', rate: 2500, base: 242_250, vat: 60_563, allowance: 26_917 }],
  })
})

test('E25: 2,968.75 is paid as 2,969.00', () => {
  const lines = [oneOf(237_500)]

  expect(totalsOf(buildDocument({ lines, roundTo: 50 }))).toMatchObject({
    gross: 296_875,
    rounding: 25,
    payable: 296_900,
  })
  expect(totalsOf(buildDocument({ lines }))).toMatchObject({ rounding: 0, payable: 296_875 })
})

test.for([
  [24, 50, -24],
  [25, 50, 25],
  [-25, 50, -25],
  [150, 100, 50],
  [149, 100, -49],
] as const)('%i to a multiple of %i is rounded by %i', ([amount, roundTo, rounding]) => {
  expect(roundingOf(amount, roundTo)).toBe(rounding)
})

test('each category and rate is taxed apart, in the order in which lines name them', () => {
  const lines = [oneOf(10_000), oneOf(5000, zeroRated), oneOf(20_000, { vatRate: 1200 }), oneOf(1)]

  expect(totalsOf(buildDocument({ lines })).breakdown).toEqual([
    { category: 'S', rate: 2500, base: 10_001, vat: 2500, allowance: 0 },
    { category: 'Z', rate: 0, base: 5000, vat: 0, allowance: 0 },
    { category: 'S', rate: 1200, base: 20_000, vat: 2400, allowance: 0 },
  ])
})

test('the discount of all lines is split over the categories, of which one may give back', () => {
  const lines = [oneOf(105), oneOf(105, zeroRated), oneOf(100, { quantity: -1, vatCategory: 'E', vatRate: 0 })]

  const { allowances, net, breakdown } = totalsOf(buildDocument({ lines, discount: discount(1000) }))

  expect({ allowances, net }).toEqual({ allowances: 11, net: 99 })
  expect(breakdown.map(({ allowance, base }) => [allowance, base])).toEqual([
    [11, 94],
    [10, 95],
    [-10, -90],
  ])
})

test('VAT of a document in euros is told in kroner too', () => {
  const accounting = { currency: 'DKK', rateMillionths: 7_460_300 }

  expect(totalsOf(buildDocument({ currency: 'EUR', accounting }))).toMatchObject({
    vat: 19_792,
    accountingVat: 147_654,
  })
  expect(totalsOf(buildDocument()).accountingVat).toBeNull()
})

test('a credit note takes from its invoice what its lines alone would not give', () => {
  const accounting = { currency: 'DKK', rateMillionths: 7_460_300 }
  const document = buildDocument({ accounting, roundTo: 50 })
  const fixed = { vat: [{ category: 'S', rate: 2500, vat: 19_791 } as const], rounding: -1, accountingVat: 147_600 }

  expect(totalsOf(document, fixed)).toMatchObject({
    ...{ net: 79_167, vat: 19_791, gross: 98_958, rounding: -1, payable: 98_957, accountingVat: 147_600 },
    breakdown: [{ base: 79_167, vat: 19_791 }],
  })
})

test('without lines there is nothing', () => {
  expect(totalsOf(buildDocument({ lines: [] }))).toMatchObject({ lines: 0, net: 0, vat: 0, payable: 0, breakdown: [] })
})

/** The rules again, slowly and on their own: hundredths of øre in big integers, halves away from zero. */
function faultsOf(document: InvoiceDocument, totals: DocumentTotals): string[] {
  const big = (amount: number) => BigInt(amount)
  const size = (value: bigint) => (value < 0n ? -value : value)
  const isNearest = (rounded: number, top: bigint, bottom: bigint) =>
    size(big(rounded) * bottom - top) * 2n <= bottom && size(big(rounded)) * 2n * bottom >= size(top) * 2n - bottom
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + big(amount), 0n)
  const { lineNets, lines, allowances, net, vat, gross, rounding, payable, breakdown } = totals
  const rules: [string, boolean][] = [
    ['BR-CO-10', sum(lineNets) === big(lines)],
    ['BR-CO-11', sum(breakdown.map(({ allowance }) => allowance)) === big(allowances)],
    ['BR-CO-13', big(lines) - big(allowances) === big(net)],
    ['BR-CO-14', sum(breakdown.map((row) => row.vat)) === big(vat)],
    ['BR-CO-15', big(net) + big(vat) === big(gross)],
    ['BR-CO-16', big(gross) + big(rounding) === big(payable)],
    ['BR-CO-17', breakdown.every((row) => isNearest(row.vat, big(row.base) * big(row.rate), 10_000n))],
    ['rounding', payable % document.roundTo === 0 && Math.abs(rounding) * 2 <= document.roundTo],
    ['discount', isNearest(allowances, big(lines) * big(document.discount?.basisPoints ?? 0), 10_000n)],
    [
      'R120',
      document.lines.every(({ quantity, unitPrice, baseQuantity, allowance }, index) =>
        isNearest((lineNets[index] ?? 0) + allowance, big(quantity) * big(unitPrice), big(baseQuantity)),
      ),
    ],
  ]
  for (const row of breakdown) {
    const own = document.lines.map((line, index) =>
      line.vatCategory === row.category && line.vatRate === row.rate ? (lineNets[index] ?? 0) : 0,
    )
    rules.push(['BR-S-08', sum(own) - big(row.allowance) === big(row.base)])
    const exact = sum(own) * big(document.discount?.basisPoints ?? 0)
    rules.push(['R040', size(big(row.allowance) * 10_000n - exact) <= 10_000n])
  }
  return rules.flatMap(([rule, isKept]) => (isKept ? [] : [rule]))
}

test('(g) the sums of any document hold BR-CO-10 to 17 to the minor unit', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(faultsOf(document, totalsOf(document))).toEqual([])
    }),
  )
})

test('what is charged and taken back comes to nothing', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const back = document.lines.map((line) => ({ ...line, quantity: -line.quantity, allowance: -line.allowance }))
      const [charged, credited] = [totalsOf(document), totalsOf({ ...document, lines: back })]
      expect([charged.net + credited.net, charged.vat + credited.vat, charged.payable + credited.payable]).toEqual([
        0, 0, 0,
      ])
    }),
  )
})
