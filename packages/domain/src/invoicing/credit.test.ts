import { expect, test } from 'vitest'
import { asEarlier, buildPosted, buildSource, postCredit } from '../../test/build-posted.ts'
import { buildDocument, periodLine, timeLine, voucherLine } from '../../test/sample-documents.ts'
import { creditOf } from './credit.ts'
import type { Credit, CreditRequest } from './credit.ts'
import type { EarlierCredit, PostedInvoice } from './credit-parts.ts'

const rebill = (sourceId: string) => ({ sourceId, disposition: 'rebill' }) as const
const writeOff = (sourceId: string, amount?: number) =>
  ({ sourceId, disposition: 'writeOff', ...(amount !== undefined && { amount }) }) as const

function credit(posted: PostedInvoice, request: Partial<CreditRequest>, earlier: EarlierCredit[] = []): Credit {
  const outcome = creditOf(posted, earlier, { sources: [], lines: [], ...request })
  if (!outcome.ok) throw new Error(outcome.refusals.map(({ reason }) => reason).join())
  return outcome.credit
}

function refusals(posted: PostedInvoice, request: Partial<CreditRequest>, earlier: EarlierCredit[] = []) {
  const outcome = creditOf(posted, earlier, { sources: [], lines: [], ...request })
  return outcome.ok ? [] : outcome.refusals.map(({ reason, sourceId, lineId }) => [reason, sourceId ?? lineId])
}

/** 120 minutes at 950.00 in three entries, and a voucher by hand. */
const invoice = buildPosted(buildDocument({ lines: [{ ...timeLine, quantity: 120 }, voucherLine] }), [
  buildSource('time', 'a', 23_750, 15),
  buildSource('time', 'b', 47_500, 30),
  buildSource('time', 'c', 118_750, 75),
])

const everything = { sources: ['a', 'b', 'c'].map(rebill), lines: [{ lineId: 'voucher' }] }

test('all of an invoice is credited as it was charged', () => {
  const { lines, sums, remaining, parts } = credit(invoice, everything)

  expect(lines).toMatchObject([
    { text: timeLine.text, quantity: 120, unit: 'MIN', unitPrice: 95_000, allowance: 0, originalLineId: 'time' },
    { text: voucherLine.text, quantity: 1, unit: 'C62', unitPrice: 850_000, allowance: 0, originalLineId: 'voucher' },
  ])
  expect(sums).toEqual({ net: 1_040_000, vat: 260_000, gross: 1_300_000, payable: 1_300_000 })
  expect(remaining).toEqual({ net: 0, vat: 0, gross: 0, payable: 0 })
  expect(parts).toContainEqual({ lineId: 'time', sourceId: 'b', amount: 47_500, disposition: 'rebill' })
  expect(parts).toContainEqual({ lineId: 'voucher', sourceId: null, amount: 850_000, disposition: null })
})

test('whole entries are credited by their minutes, parts of them and of lines by amount', () => {
  expect(credit(invoice, { sources: [rebill('a'), rebill('c')] }).lines).toMatchObject([
    {
      quantity: 90,
      unit: 'MIN',
      unitPrice: 95_000,
      baseQuantity: 60,
      allowance: 0,
      description: '',
      period: timeLine.period,
    },
  ])
  const partly = { sources: [writeOff('b', 10_000)], lines: [{ lineId: 'voucher', amount: 50_000 }] }
  expect(credit(invoice, partly).lines).toMatchObject([
    { quantity: 1, unit: 'C62', unitPrice: 10_000, allowance: 0 },
    { quantity: 1, unit: 'C62', unitPrice: 50_000, allowance: 0 },
  ])
})

test('E15, R49: three credits of 33.33 take back 25.00 of VAT, not three times 8.33', () => {
  const lines = ['one', 'two', 'three'].map((id) => ({ ...voucherLine, id, unitPrice: 3333 }))
  const posted = buildPosted(buildDocument({ lines }))
  const earlier: EarlierCredit[] = []
  const vats = lines.map(({ id }) => {
    const part = credit(posted, { lines: [{ lineId: id }] }, earlier)
    earlier.push(asEarlier(posted, part))
    return part.sums.vat
  })

  expect(vats).toEqual([833, 833, 834])
})

test('R49: VAT that is rounded up on the way is never more than was charged', () => {
  const posted = buildPosted(buildDocument({ lines: [{ ...voucherLine, unitPrice: 8 }] }))
  const earlier: EarlierCredit[] = []
  const vats = [2, 2, 2, 2].map((amount) => {
    const part = credit(posted, { lines: [{ lineId: 'voucher', amount }] }, earlier)
    earlier.push(asEarlier(posted, part))
    return part.sums.vat
  })

  expect(vats).toEqual([1, 1, 0, 0])
})

test('E16: with a discount of a tenth, a line is credited after it', () => {
  const discount = { basisPoints: 1000, reason: 'Framework agreement' }
  const posted = buildPosted(
    buildDocument({ lines: [timeLine, { ...timeLine, id: 'other', quantity: 120 }], discount }),
  )

  const first = credit(posted, { lines: [{ lineId: 'time' }] })
  const second = credit(posted, { lines: [{ lineId: 'other' }] }, [asEarlier(posted, first)])

  expect(first.lines).toMatchObject([{ quantity: 50, allowance: 7917, allowanceReason: 'Framework agreement' }])
  expect([first.sums.net, second.sums.net]).toEqual([71_250, 171_000])
  expect(first.sums.gross + second.sums.gross).toBe(302_813)
})

test.for([
  ['up', 237_500, [0, 25]],
  ['down', 237_540, [0, -25]],
] as const)('E25: the credit that closes an invoice gives its rounding %s back', ([, unitPrice, roundings]) => {
  const lines = [{ ...voucherLine, unitPrice }]
  const posted = buildPosted(buildDocument({ lines, roundTo: 100 }))
  const first = credit(posted, { lines: [{ lineId: 'voucher', amount: 100_000 }] })
  const second = credit(posted, { lines: [{ lineId: 'voucher' }] }, [asEarlier(posted, first)])

  expect(posted.totals.rounding).toBe(roundings[1])
  expect([first.fixed.rounding, second.fixed.rounding]).toEqual(roundings)
  expect(first.sums.payable + second.sums.payable).toBe(posted.totals.payable)
})

test('no more than was payable is paid back before the end', () => {
  const posted = buildPosted(
    buildDocument({ lines: [{ ...voucherLine, unitPrice: 119, vatRate: 2500 }], roundTo: 100 }),
  )
  const first = credit(posted, { lines: [{ lineId: 'voucher', amount: 118 }] })

  expect(posted.totals).toMatchObject({ gross: 149, payable: 100 })
  expect(first.sums).toMatchObject({ gross: 148, payable: 100 })
  expect(credit(posted, { lines: [{ lineId: 'voucher' }] }, [asEarlier(posted, first)]).sums.payable).toBe(0)
})

test('VAT in kroner closes as well', () => {
  const accounting = { currency: 'DKK', rateMillionths: 7_460_333 }
  const posted = buildPosted(buildDocument({ currency: 'EUR', accounting, lines: [periodLine] }))
  const first = credit(posted, { lines: [{ lineId: 'period', amount: 333_333 }] })
  const second = credit(posted, { lines: [{ lineId: 'period' }] }, [asEarlier(posted, first)])

  expect((first.fixed.accountingVat ?? 0) + (second.fixed.accountingVat ?? 0)).toBe(posted.totals.accountingVat)
})

test('the credit note comes to what was planned', () => {
  const planned = credit(invoice, { sources: [rebill('a'), writeOff('b', 333)], lines: [{ lineId: 'voucher' }] })

  const { net, vat, gross, payable } = postCredit(invoice, planned).totals
  expect({ net, vat, gross, payable }).toEqual(planned.sums)
})

const given = [asEarlier(invoice, credit(invoice, { sources: [rebill('a'), writeOff('b', 7500)] }))]

test('every reason why something cannot be credited is told at once', () => {
  const request = {
    sources: [rebill('a'), rebill('b'), writeOff('c', 118_751), rebill('elsewhere'), writeOff('c'), writeOff('c')],
    lines: [{ lineId: 'voucher', amount: 0 }, { lineId: 'time' }],
  }

  expect(refusals(invoice, request, given)).toEqual([
    ['nothing_left', 'a'],
    ['part_only_written_off', 'b'],
    ['amount_too_high', 'c'],
    ['not_on_invoice', 'elsewhere'],
    ['asked_twice', 'c'],
    ['zero_amount', 'voucher'],
    ['not_on_invoice', 'time'],
  ])
})

test.for([
  ['nothing is asked for', {}, [['nothing_asked', null]]],
  ['a part is to be charged again', { sources: [{ ...rebill('c'), amount: 1 }] }, [['part_only_written_off', 'c']]],
  ['an amount has the other sign', { sources: [writeOff('c', -1)] }, [['amount_too_high', 'c']]],
  ['the rest of a part is written off', { sources: [writeOff('b')] }, []],
] as const)('%s', ([, request, expected]) => {
  expect(refusals(invoice, structuredClone(request) as Partial<CreditRequest>, given)).toEqual(expected)
})

test('with a line that takes back, no more is credited than the invoice charged, and no credit is negative', () => {
  const lines = [voucherLine, { ...timeLine, quantity: -50 }]
  const posted = buildPosted(buildDocument({ lines }))

  expect(refusals(posted, { lines: [{ lineId: 'voucher' }] })).toEqual([['total_too_high', null]])
  expect(refusals(posted, { lines: [{ lineId: 'time' }] })).toEqual([['total_below_zero', null]])
  expect(credit(posted, { lines: [{ lineId: 'voucher' }, { lineId: 'time' }] }).remaining.payable).toBe(0)
  const partly = {
    lines: [
      { lineId: 'voucher', amount: 50_000 },
      { lineId: 'time', amount: -1000 },
    ],
  }
  expect(credit(posted, partly).lines).toMatchObject([
    { quantity: 1, unitPrice: 50_000 },
    { quantity: -1, unitPrice: 1000, allowance: 0 },
  ])
})

test('a source of nothing is credited once', () => {
  const posted = buildPosted(buildDocument({ lines: [voucherLine, { ...timeLine, unitPrice: 0 }] }), [
    buildSource('time', 'covered', 0, 50),
  ])
  const first = credit(posted, { sources: [rebill('covered')] })

  expect(first).toMatchObject({ lines: [{ quantity: 50, unitPrice: 0 }], sums: { net: 0, payable: 0 } })
  expect(refusals(posted, { sources: [rebill('covered')] }, [asEarlier(posted, first)])).toEqual([
    ['nothing_left', 'covered'],
  ])
})

test('shares that do not sum to their line are a fault', () => {
  const posted = buildPosted(buildDocument(), [buildSource('time', 'a', 79_166)])

  expect(() => creditOf(posted, [], everything)).toThrow(RangeError)
})
