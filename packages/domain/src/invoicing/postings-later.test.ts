import fc from 'fast-check'
import { expect, test } from 'vitest'
import { postingsOfFee, postingsOfPayment, postingsOfVoucherUse } from './postings-later.ts'
import type { Posting } from './postings.ts'
import { convert, RATE_WHOLE } from './totals.ts'

const kroner = { currency: 'DKK', rateMillionths: RATE_WHOLE, text: 'V-12' }
const rowsOf = (postings: readonly Posting[]) => postings.map(({ account, debit, credit }) => [account, debit, credit])
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
const balanceOf = (postings: readonly Posting[], account: Posting['account']) =>
  sum(postings.filter((row) => row.account === account).map(({ debit, credit }) => debit - credit))

test('a payment lowers what the customer owes, money that goes back raises it', () => {
  const facts = { ...kroner, documentRateMillionths: RATE_WHOLE, amount: 98_959, settledBefore: 0 }

  expect(rowsOf(postingsOfPayment(facts))).toEqual([
    ['bank', 98_959, 0],
    ['receivable', 0, 98_959],
  ])
  expect(rowsOf(postingsOfPayment({ ...facts, amount: -959, settledBefore: 98_959 }))).toEqual([
    ['bank', 0, 959],
    ['receivable', 959, 0],
  ])
})

test.for([
  [
    'a gain',
    7_500_000,
    [
      ['bank', 75_000, 0],
      ['receivable', 0, 74_603],
      ['exchange_difference', 0, 397],
    ],
  ],
  [
    'a loss',
    7_400_000,
    [
      ['bank', 74_000, 0],
      ['receivable', 0, 74_603],
      ['exchange_difference', 603, 0],
    ],
  ],
] as const)('euros that are paid at another rate than they were booked are %s', ([, rateMillionths, rows]) => {
  const facts = {
    amount: 10_000,
    settledBefore: 0,
    currency: 'EUR',
    rateMillionths,
    documentRateMillionths: 7_460_300,
    text: '',
  }

  expect(rowsOf(postingsOfPayment(facts))).toEqual(rows)
})

test('E28: a draw earns what was owed for it, without VAT', () => {
  expect(postingsOfVoucherUse({ ...kroner, kind: 'draw', revenue: 135_000, earnedBefore: 0 })).toEqual([
    {
      account: 'deferred_vouchers',
      debit: 135_000,
      credit: 0,
      currency: 'DKK',
      documentAmount: 135_000,
      vatCategory: null,
      text: 'V-12',
    },
    {
      account: 'revenue_time',
      debit: 0,
      credit: 135_000,
      currency: 'DKK',
      documentAmount: -135_000,
      vatCategory: null,
      text: 'V-12',
    },
  ])
})

test('E9: what expires is breakage, and an expiry that is taken back is owed again', () => {
  const expiry = { ...kroner, kind: 'expiry', earnedBefore: 562_500 } as const

  expect(rowsOf(postingsOfVoucherUse({ ...expiry, revenue: 337_500 }))).toEqual([
    ['deferred_vouchers', 337_500, 0],
    ['revenue_breakage', 0, 337_500],
  ])
  expect(rowsOf(postingsOfVoucherUse({ ...expiry, revenue: -337_500 }))).toEqual([
    ['deferred_vouchers', 0, 337_500],
    ['revenue_breakage', 337_500, 0],
  ])
})

test('E26: a fee for a year is earned by month', () => {
  const months = postingsOfFee({ ...kroner, amount: 1_000_000, period: { from: '2026-01-01', to: '2026-12-31' } })

  expect(months).toHaveLength(12)
  expect(months.slice(0, 2).map(({ month, postings }) => [month, rowsOf(postings)])).toEqual([
    [
      '2026-01-01',
      [
        ['deferred_subscriptions', 83_333, 0],
        ['revenue_subscription', 0, 83_333],
      ],
    ],
    [
      '2026-02-01',
      [
        ['deferred_subscriptions', 83_334, 0],
        ['revenue_subscription', 0, 83_334],
      ],
    ],
  ])
})

const rate = fc.integer({ min: 1, max: 20_000_000 })

test('an invoice that is paid in parts owes nothing, and everything balances', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -10_000, max: 1_000_000 }), rate)),
      rate,
      (payments, documentRateMillionths) => {
        let settledBefore = 0
        const postings = payments.flatMap(([amount, rateMillionths]) => {
          const rows = postingsOfPayment({
            amount,
            settledBefore,
            currency: 'EUR',
            rateMillionths,
            documentRateMillionths,
            text: '',
          })
          settledBefore += amount
          expect(sum(rows.map(({ debit, credit }) => debit - credit))).toBe(0)
          return rows
        })
        expect(balanceOf(postings, 'receivable') + convert(settledBefore, documentRateMillionths)).toBe(0)
      },
    ),
  )
})

test('a fee and a voucher in another currency are earned to the last øre of what was owed', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e8, max: 1e8 }), rate, fc.nat(300), (amount, rateMillionths, length) => {
      const to = `2026-${String(1 + (length % 12)).padStart(2, '0')}-28`
      const foreign = { currency: 'EUR', rateMillionths, text: '' }
      const fee = postingsOfFee({ ...foreign, amount, period: { from: '2026-01-15', to } }).flatMap(
        ({ postings }) => postings,
      )
      expect(balanceOf(fee, 'deferred_subscriptions')).toBe(convert(amount, rateMillionths))

      const third = Math.trunc(amount / 3)
      const draws = [third, third, amount - 2 * third].map((revenue, index) =>
        postingsOfVoucherUse({ ...foreign, kind: 'draw', revenue, earnedBefore: index * third }),
      )
      expect(balanceOf(draws.flat(), 'deferred_vouchers')).toBe(convert(amount, rateMillionths))
    }),
  )
})
