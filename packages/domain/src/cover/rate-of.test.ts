import { expect, test } from 'vitest'
import { buildAgreement, buildEntry, buildPayer, support } from '../../test/build-cover.ts'
import type { EntryToCover, Payer } from './entry.ts'
import { currencyOf, overageRateOf, rateOf } from './rate-of.ts'
import type { AgreementTerms } from './terms.ts'

const junior = { id: 'junior', ratePerHour: 60_000, drawFactorPermille: 1000 }
const customer = { currency: 'DKK', ratePerHour: 50_000, coverOrder: [] }
const payer = buildPayer({ customer, company: { currency: 'DKK', ratePerHour: 70_000 } })
const entry = buildEntry({ priceClass: junior, ratePerHour: 10_000 })
const rateCard = [
  { priceClassId: 'junior', activityTypeId: 'support', validFrom: '2026-01-01', ratePerHour: 20_000 },
  { priceClassId: 'junior', activityTypeId: null, validFrom: '2026-01-01', ratePerHour: 30_000 },
  { priceClassId: 'senior', activityTypeId: 'support', validFrom: '2026-01-01', ratePerHour: 99_000 },
  { priceClassId: 'junior', activityTypeId: 'training', validFrom: '2026-01-01', ratePerHour: 98_000 },
]
const agreement = buildAgreement({ rateCard, ratePerHour: 40_000 })

const noCard = { ...agreement, rateCard: [] }
const noRate = { ...noCard, ratePerHour: null }
const plain = { ...entry, ratePerHour: null }
const noClass = { ...plain, priceClass: null }
const noCustomerRate = { ...payer, customer: { ...customer, ratePerHour: null } }

test.for([
  ['entry', 10_000, entry, payer, agreement],
  ['agreement_role_activity', 20_000, plain, payer, agreement],
  ['agreement_role', 30_000, plain, payer, { ...agreement, rateCard: rateCard.slice(1) }],
  ['agreement', 40_000, plain, payer, noCard],
  ['agreement', 40_000, noClass, payer, agreement],
  ['customer', 50_000, plain, payer, noRate],
  ['customer', 50_000, plain, payer, null],
  ['role', 60_000, plain, noCustomerRate, null],
  ['company', 70_000, noClass, noCustomerRate, null],
] as [string, number, EntryToCover, Payer, AgreementTerms | null][])(
  'the rate is found at %s: %d (R6)',
  ([source, ratePerHour, asked, by, under]) => {
    expect(rateOf(asked, by, under, 'DKK')).toEqual({ ratePerHour, steps: [{ step: 'rate', source, ratePerHour }] })
  },
)

test('a rate that no place names is none', () => {
  const nobody = { ...noCustomerRate, company: { currency: 'DKK', ratePerHour: null } }
  expect(rateOf(noClass, nobody, noRate, 'DKK')).toEqual({ ratePerHour: null, steps: [] })
})

test.for([
  ['2026-03-01', 30_000],
  ['2026-03-02', 31_000],
  ['2026-03-31', 31_000],
  ['2026-04-01', 32_000],
] as const)('on %s the card’s latest price is %d', ([workDate, ratePerHour]) => {
  const rising = [
    { priceClassId: 'junior', activityTypeId: null, validFrom: '2026-04-01', ratePerHour: 32_000 },
    { priceClassId: 'junior', activityTypeId: null, validFrom: '2026-01-01', ratePerHour: 30_000 },
    { priceClassId: 'junior', activityTypeId: null, validFrom: '2026-03-02', ratePerHour: 31_000 },
  ]
  expect(rateOf({ ...plain, workDate }, payer, { ...agreement, rateCard: rising }, 'DKK').ratePerHour).toBe(ratePerHour)
})

test('a price that begins later is none yet', () => {
  const later = [{ priceClassId: 'junior', activityTypeId: null, validFrom: '2026-03-03', ratePerHour: 30_000 }]
  expect(rateOf(plain, payer, { ...agreement, rateCard: later }, 'DKK').ratePerHour).toBe(40_000)
})

const euroCustomer = { ...payer, customer: { ...customer, currency: 'EUR' } }

test.for([
  ['the customer’s', 50_000, noRate, euroCustomer],
  ['nor the agreement’s', 50_000, agreement, euroCustomer],
  ['nor the price class’s and the company’s', null, null, noCustomerRate],
] as [string, number | null, AgreementTerms | null, Payer][])(
  'in euro a rate in kroner is no rate: %s',
  ([, ratePerHour, under, by]) => {
    expect(rateOf(plain, by, under, 'EUR').ratePerHour).toBe(ratePerHour)
  },
)

test.for([
  ['the agreement’s', buildAgreement({ currency: 'EUR' }), 'EUR'],
  ['else the customer’s', null, 'SEK'],
] as const)('work is charged in a currency: %s', ([, leading, currency]) => {
  const swede = { ...payer, customer: { ...customer, currency: 'SEK' } }
  expect(currencyOf(swede, leading)).toBe(currency)
})

test('internal time is counted in the company’s currency', () => {
  expect(currencyOf({ ...payer, customer: null }, null)).toBe('DKK')
})

test.for([
  ['multiplied', { factorPermille: 1250 }, 50_000, 1250],
  ['multiplied to less', { factorPermille: 500 }, 20_000, 500],
  ['multiplied and rounded half up', { factorPermille: 1005 }, 40_200, 1005],
  ['replaced', { fixedRatePerHour: 45_000 }, 45_000, 1000],
  ['replaced by nothing', { fixedRatePerHour: 0 }, 0, 1000],
  ['replaced rather than multiplied', { fixedRatePerHour: 45_000, factorPermille: 2000 }, 45_000, 1000],
] as const)('an activity has the rate %s (R7)', ([, of, ratePerHour, factorPermille]) => {
  const asked = { ...plain, activityType: { ...support, ...of } }
  expect(rateOf(asked, payer, noCard, 'DKK')).toEqual({
    ratePerHour,
    steps: [
      { step: 'rate', source: 'agreement', ratePerHour: 40_000 },
      { step: 'activity_rate', factorPermille, ratePerHour },
    ],
  })
})

const training = { ...support, fixedRatePerHour: 45_000, factorPermille: 2000 }

test('a rate on the entry itself is left as it is', () => {
  expect(rateOf({ ...entry, activityType: training }, payer, noCard, 'DKK').ratePerHour).toBe(10_000)
})

test('a fixed rate in kroner replaces none in euro', () => {
  expect(rateOf({ ...plain, activityType: training }, euroCustomer, null, 'EUR').ratePerHour).toBe(100_000)
})

test('a fixed rate stands in for a missing one, a factor does not', () => {
  const nobody = buildPayer({ company: { currency: 'DKK', ratePerHour: null } })
  const fixed = { ...noClass, activityType: training }
  const factored = { ...noClass, activityType: { ...training, fixedRatePerHour: null } }
  expect(rateOf(fixed, nobody, null, 'DKK')).toEqual({
    ratePerHour: 45_000,
    steps: [{ step: 'activity_rate', factorPermille: 1000, ratePerHour: 45_000 }],
  })
  expect(rateOf(factored, nobody, null, 'DKK')).toEqual({ ratePerHour: null, steps: [] })
})

test.for([
  ['the agreement’s overage rate', plain, {}, 80_000],
  ['the entry’s own before it', entry, {}, 10_000],
  ['the agreement’s rate without one', plain, { overageRatePerHour: null }, 40_000],
  ['none of it in another currency', plain, { currency: 'EUR' }, 50_000],
  ['with the activity’s factor', { ...plain, activityType: { ...support, factorPermille: 1500 } }, {}, 120_000],
] as const)('overage costs %s (R22)', ([, asked, terms, ratePerHour]) => {
  const under = { ...noCard, overageRatePerHour: 80_000, ...terms }
  expect(overageRateOf(asked, payer, under, 'DKK').ratePerHour).toBe(ratePerHour)
})

test('an overage rate is told as where the price was found', () => {
  const under = { ...buildAgreement(), overageRatePerHour: 80_000 }
  const { steps } = overageRateOf(buildEntry(), payer, under, 'DKK')
  expect(steps).toEqual([{ step: 'rate', source: 'overage', ratePerHour: 80_000 }])
})
