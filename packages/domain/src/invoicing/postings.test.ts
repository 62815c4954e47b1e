import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '../../test/any-document.ts'
import { buildCreditNote, buildDocument, timeLine, voucherLine } from '../../test/sample-documents.ts'
import type { InvoiceDocument } from './document.ts'
import { netOfLine } from './line-net.ts'
import { accountOf, postingsOfDocument } from './postings.ts'
import type { AccountKind, DocumentFacts, Posting } from './postings.ts'
import { RATE_WHOLE, totalsOf } from './totals.ts'

const discount = { basisPoints: 1000, reason: 'Framework agreement' }

function factsOf(
  document: InvoiceDocument,
  accounts: readonly AccountKind[],
  rateMillionths = RATE_WHOLE,
): DocumentFacts {
  return {
    ...{ kind: document.kind, currency: document.currency, rateMillionths, discount: document.discount },
    lines: document.lines.map((line, index) => ({
      ...{ category: line.vatCategory, rate: line.vatRate, net: netOfLine(line) },
      account: accounts[index % accounts.length] ?? 'revenue_time',
    })),
    totals: totalsOf(document),
    text: `Invoice ${document.number ?? ''}`,
  }
}

const rowsOf = (postings: readonly Posting[]) =>
  postings.map(({ account, debit, credit, vatCategory }) => [account, debit, credit, vatCategory])
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

test('E28: what is invoiced for vouchers and fees is owed, time is revenue', () => {
  const lines = [
    { ...voucherLine, unitPrice: 900_000 },
    { ...timeLine, quantity: 120 },
    { ...voucherLine, unitPrice: 400_000 },
  ]
  const facts = factsOf(buildDocument({ lines }), ['deferred_vouchers', 'revenue_time', 'deferred_subscriptions'])

  expect(rowsOf(postingsOfDocument(facts))).toEqual([
    ['receivable', 1_862_500, 0, null],
    ['vat_payable', 0, 372_500, 'S'],
    ['deferred_vouchers', 0, 900_000, 'S'],
    ['revenue_time', 0, 190_000, 'S'],
    ['deferred_subscriptions', 0, 400_000, 'S'],
  ])
})

test('E16: the discount is taken off each account by its share', () => {
  const lines = [timeLine, { ...timeLine, quantity: 120 }]
  const facts = factsOf(buildDocument({ lines, discount }), ['revenue_overage', 'revenue_time'])

  expect(rowsOf(postingsOfDocument(facts))).toEqual([
    ['receivable', 302_813, 0, null],
    ['vat_payable', 0, 60_563, 'S'],
    ['revenue_overage', 0, 71_250, 'S'],
    ['revenue_time', 0, 171_000, 'S'],
  ])
})

test('a credit note is the mirror of its invoice, its rounding as well', () => {
  const lines = [
    { ...voucherLine, unitPrice: 237_500 },
    { ...voucherLine, vatCategory: 'Z', vatRate: 0, unitPrice: 100 } as const,
  ]
  const overrides = { lines, roundTo: 50 }

  expect(rowsOf(postingsOfDocument(factsOf(buildDocument(overrides), ['revenue_time'])))).toEqual([
    ['receivable', 297_000, 0, null],
    ['rounding', 0, 25, null],
    ['vat_payable', 0, 59_375, 'S'],
    ['revenue_time', 0, 237_500, 'S'],
    ['revenue_time', 0, 100, 'Z'],
  ])
  expect(rowsOf(postingsOfDocument(factsOf(buildCreditNote(overrides), ['revenue_time'])))).toEqual([
    ['receivable', 0, 297_000, null],
    ['rounding', 25, 0, null],
    ['vat_payable', 59_375, 0, 'S'],
    ['revenue_time', 237_500, 0, 'S'],
    ['revenue_time', 100, 0, 'Z'],
  ])
})

test('euros are booked in kroner, VAT as the document tells it, and the last row takes the rounding', () => {
  const accounting = { currency: 'DKK', rateMillionths: 7_460_300 }
  const document = buildDocument({ currency: 'EUR', accounting, lines: [timeLine, { ...timeLine, unitPrice: 99_999 }] })
  const postings = postingsOfDocument(factsOf(document, ['revenue_time', 'revenue_overage'], 7_460_300))

  expect(
    postings.map(({ account, debit, credit, currency, documentAmount }) => [
      account,
      debit - credit,
      currency,
      documentAmount,
    ]),
  ).toEqual([
    ['receivable', 1_515_373, 'EUR', 203_125],
    ['vat_payable', -303_075, 'EUR', -40_625],
    ['revenue_time', -590_610, 'EUR', -79_167],
    ['revenue_overage', -621_688, 'EUR', -83_333],
  ])
})

test('a credit note that closes an invoice takes back the VAT in kroner that is left of it', () => {
  const document = buildCreditNote({ currency: 'EUR', accounting: { currency: 'DKK', rateMillionths: 7_460_300 } })
  const facts = factsOf(document, ['revenue_time'], 7_460_300)
  const postings = postingsOfDocument({ ...facts, totals: { ...facts.totals, accountingVat: 147_600 } })

  expect(rowsOf(postings)).toEqual([
    ['receivable', 0, 738_264, null],
    ['vat_payable', 147_600, 0, 'S'],
    ['revenue_time', 590_664, 0, 'S'],
  ])
})

test.for([
  ['time', 'time_spent', 'revenue_time'],
  ['time', null, 'revenue_time'],
  ['time', 'voucher', 'revenue_overage'],
  ['time', 'subscription', 'revenue_overage'],
  ['voucher_sale', 'voucher', 'deferred_vouchers'],
  ['voucher_credit', 'voucher', 'deferred_vouchers'],
  ['subscription_period', 'subscription', 'deferred_subscriptions'],
] as const)('%s under %s counts as %s', ([source, settlement, account]) => {
  expect(accountOf({ source, settlement })).toBe(account)
})

const anyAccounts = fc.array(fc.constantFrom<AccountKind[]>('revenue_time', 'revenue_overage', 'deferred_vouchers'), {
  minLength: 1,
  maxLength: 4,
})

test('the postings of any document balance, in both currencies, and come to its totals', () => {
  fc.assert(
    fc.property(anyDocument, anyAccounts, (document, accounts) => {
      const facts = factsOf(document, accounts, document.accounting?.rateMillionths)
      const postings = postingsOfDocument(facts)
      const sign = document.kind === 'invoice' ? 1 : -1
      const of = (account: AccountKind) =>
        sum(postings.filter((row) => row.account === account).map((row) => sign * (row.documentAmount ?? 0)))

      expect(sum(postings.map(({ debit, credit }) => debit - credit))).toBe(0)
      expect(sum(postings.map(({ documentAmount }) => documentAmount ?? 0))).toBe(0)
      expect(postings.filter(({ debit, credit }) => Math.min(debit, credit) !== 0)).toEqual([])
      expect([of('receivable'), of('vat_payable')]).toEqual([facts.totals.payable, 0 - facts.totals.vat])
    }),
  )
})
