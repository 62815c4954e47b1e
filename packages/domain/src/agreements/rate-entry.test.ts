import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rateEntry } from './rate-entry.ts'
import type { EntryToRate } from './rate-entry.ts'

const quarters = { increment: 15, minimum: 15, ratePerHour: 95_000 }
const entry: EntryToRate = { actual: 22, agreement: quarters, companyRatePerHour: 110_000 }

test('an entry under an agreement explains itself from minutes to amount', () => {
  expect(rateEntry(entry)).toEqual({
    isBillable: true,
    billableMinutes: 30,
    ratePerHour: 95_000,
    amount: 47_500,
    pieces: [{ kind: 'time_spent', minutes: 30, amount: 47_500 }],
    explanation: [
      { step: 'rounded', actual: 22, increment: 15, minimum: 15, billable: 30 },
      { step: 'rate', source: 'agreement', ratePerHour: 95_000 },
      { step: 'amount', minutes: 30, amount: 47_500 },
    ],
    ruleVersion: 1,
  })
})

test('E1: three entries make 1,900.00', () => {
  const amounts = [7, 22, 61].map((actual) => rateEntry({ ...entry, actual }).amount ?? 0)
  expect(amounts).toEqual([23_750, 47_500, 118_750])
  expect(amounts.reduce((sum, amount) => sum + amount)).toBe(190_000)
})

test('E4: 50 minutes outside contract are billed as worked', () => {
  expect(
    rateEntry({ actual: 50, agreement: null, customerRatePerHour: 95_000, companyRatePerHour: null }),
  ).toMatchObject({
    billableMinutes: 50,
    amount: 79_167,
    explanation: [
      { step: 'rounded', actual: 50, increment: 1, minimum: 0, billable: 50 },
      { step: 'rate', source: 'customer', ratePerHour: 95_000 },
      { step: 'amount' },
    ],
  })
})

test('a missing rate is told as missing, never charged as zero (R6)', () => {
  expect(
    rateEntry({ actual: 22, agreement: { ...quarters, ratePerHour: null }, companyRatePerHour: null }),
  ).toMatchObject({
    billableMinutes: 30,
    ratePerHour: null,
    amount: null,
    pieces: [{ kind: 'missing_rate', minutes: 30, amount: null }],
    explanation: [{ step: 'rounded' }, { step: 'rate_missing' }],
  })
})

test('a rate of zero is an amount of zero', () => {
  expect(rateEntry({ ...entry, agreement: { ...quarters, ratePerHour: 0 } })).toMatchObject({
    amount: 0,
    pieces: [{ kind: 'time_spent', minutes: 30, amount: 0 }],
  })
})

test('an entry that is not billable keeps its minutes and bears no amount', () => {
  expect(rateEntry({ ...entry, isBillable: false })).toEqual({
    isBillable: false,
    billableMinutes: 0,
    ratePerHour: null,
    amount: null,
    pieces: [{ kind: 'non_billable', minutes: 22, amount: null }],
    explanation: [{ step: 'not_billable' }],
    ruleVersion: 1,
  })
})

test.for([
  ['the entry overrules its activity', { isBillable: true, activityType: { isBillable: false } }, true],
  ['the entry overrules the agreement', { isBillable: true, agreement: { ...quarters, isBillable: false } }, true],
  ['an activity that is not billable', { activityType: { isBillable: false } }, false],
  ['an agreement that is not billable', { agreement: { ...quarters, isBillable: false } }, false],
  ['nothing said', {}, true],
] as const)('billable: %s', ([, said, isBillable]) => {
  expect(rateEntry({ ...entry, ...said }).isBillable).toBe(isBillable)
})

test('billable pieces sum to the billable minutes and to the amount', () => {
  const rate = fc.option(fc.integer({ min: 0, max: 500_000 }))
  const anyEntry = fc.record({
    actual: fc.integer({ min: 0, max: 1440 }),
    isBillable: fc.option(fc.boolean()),
    agreement: fc.option(
      fc.record({
        increment: fc.integer({ min: 1, max: 60 }),
        minimum: fc.integer({ min: 0, max: 60 }),
        ratePerHour: rate,
      }),
    ),
    companyRatePerHour: rate,
  })
  fc.assert(
    fc.property(anyEntry, (some) => {
      const rated = rateEntry(some)
      const billable = rated.pieces.filter((piece) => piece.kind !== 'non_billable')
      expect(billable.reduce((sum, piece) => sum + piece.minutes, 0)).toBe(rated.billableMinutes)
      expect(rated.pieces.map((piece) => piece.amount)).toEqual([rated.amount])
    }),
  )
})
