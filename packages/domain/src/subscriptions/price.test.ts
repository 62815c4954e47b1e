import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../calendar/days.ts'
import { vatOf } from '../invoicing/totals.ts'
import { periodsOf } from './periods.ts'
import type { Period, PlanLine } from './periods.ts'
import { creditOfUnused, periodAmount, priceOfPeriod, supplementsOf } from './price.ts'

const monthly: PlanLine = {
  startsOn: '2026-01-31',
  anchor: 'start',
  months: 1,
  prorate: true,
  timing: 'advance',
  leadDays: 0,
}
const quarterly: PlanLine = { ...monthly, startsOn: '2026-02-10', anchor: 'calendar', months: 3 }
const april: Period = {
  from: '2026-04-01',
  to: '2026-04-30',
  wholeFrom: '2026-04-01',
  wholeTo: '2026-04-30',
  chargedDays: 30,
  wholeDays: 30,
  dueOn: '2026-04-01',
}

function amounts(line: PlanLine, until: string, unitPrice: number, endsOn: string | null = null) {
  return periodsOf(line, { until, endsOn }).map((period) => periodAmount(period, { quantity: 1, unitPrice }))
}

test('E11: the rest of a quarter, then a whole one', () => {
  const [first = 0, second] = amounts(quarterly, '2026-04-01', 900_000)
  expect([first, second]).toEqual([500_000, 900_000])
  expect(vatOf(first, 2500)).toBe(125_000)
})

test('E12: twelve months from a month end', () => {
  const months = amounts(monthly, '2027-01-30', 150_000)
  expect(months).toHaveLength(12)
  expect(months.reduce((sum, amount) => sum + amount, 0)).toBe(1_800_000)
})

test.for([
  ['half a leap February', { startsOn: '2028-02-15' }, null, 15, 29],
  ['half a February', { startsOn: '2026-02-15' }, null, 14, 28],
  ['the last day of a year', { startsOn: '2026-12-31', months: 12 }, null, 1, 365],
  ['the last day of a leap year', { startsOn: '2028-12-31', months: 12 }, null, 1, 366],
  ['a line of three days', { startsOn: '2026-04-10' }, '2026-04-12', 3, 30],
] as const)('%s costs its days', ([, change, endsOn, charged, whole]) => {
  const line = { ...quarterly, months: 1 as const, ...change }
  const [first] = amounts(line, line.startsOn, 100_000, endsOn)
  expect(first).toBe(Math.round((100_000 * charged) / whole))
})

test.for([
  ['2025-12-31', null],
  ['2026-04-01', 100],
  ['2026-04-02', 200],
  ['2027-01-01', 300],
] as const)('a period from %s has price %o', ([from, unitPrice]) => {
  const prices = [
    { validFrom: '2026-01-01', quantity: 1, unitPrice: 100 },
    { validFrom: '2027-01-01', quantity: 1, unitPrice: 300 },
    { validFrom: '2026-04-02', quantity: 1, unitPrice: 200 },
  ]
  expect(priceOfPeriod({ from }, prices)?.unitPrice ?? null).toBe(unitPrice)
})

test.for([
  ['an increase', [['2026-04-16', 5]], [['2026-04-16', 2, 10_000]]],
  ['an increase on the last day', [['2026-04-30', 4]], [['2026-04-30', 1, 333]]],
  ['a decrease', [['2026-04-16', 1]], []],
  ['an increase from the next period on', [['2026-05-01', 5]], []],
  [
    'a decrease that is taken back',
    [
      ['2026-04-05', 1],
      ['2026-04-16', 3],
    ],
    [],
  ],
  [
    'two increases',
    [
      ['2026-04-21', 5],
      ['2026-04-11', 4],
    ],
    [
      ['2026-04-11', 1, 6667],
      ['2026-04-21', 1, 3333],
    ],
  ],
  [
    'a peak that is passed',
    [
      ['2026-04-11', 4],
      ['2026-04-12', 3],
      ['2026-04-21', 5],
    ],
    [
      ['2026-04-11', 1, 6667],
      ['2026-04-21', 1, 3333],
    ],
  ],
] as const)('%s within a period', ([, changes, supplements]) => {
  const prices = [
    { validFrom: '2026-01-01', quantity: 3, unitPrice: 10_000 },
    ...changes.map(([validFrom, quantity]) => ({ validFrom, quantity, unitPrice: 99_000 })),
  ]
  expect(supplementsOf(april, prices)).toEqual(
    supplements.map(([from, quantity, amount]) => ({ from, to: '2026-04-30', quantity, amount })),
  )
})

test('before the first price nothing is added', () => {
  expect(supplementsOf(april, [{ validFrom: '2026-04-10', quantity: 3, unitPrice: 10_000 }])).toEqual([])
})

test.for([
  ['within it', '2026-04-10', 20_000],
  ['on its last day', '2026-04-30', 0],
  ['long after it', '2026-09-30', 0],
  ['before it', '2026-03-31', 30_000],
  ['long before it', '2025-01-01', 30_000],
] as const)('of a charge for a period a line that ends %s gives back its unused days', ([, lastDay, credit]) => {
  expect(creditOfUnused({ from: '2026-04-01', to: '2026-04-30', amount: 30_000 }, lastDay)).toBe(credit)
})

const days = fc.integer({ min: 0, max: 12_000 }).map((count) => addDays('2000-01-01', count))
const prices = fc.record({ quantity: fc.integer({ min: 0, max: 500 }), unitPrice: fc.nat(10_000_000) })
const terms = fc.constantFrom(1, 3, 6, 12)

test('proration never exceeds the whole price, and a whole period costs it', () => {
  fc.assert(
    fc.property(days, terms, fc.nat(400), prices, (startsOn, months, length, price) => {
      const line: PlanLine = { ...quarterly, startsOn, months }
      const [first] = periodsOf(line, { until: startsOn, endsOn: addDays(startsOn, length) })
      const whole = price.quantity * price.unitPrice
      const amount = periodAmount(first ?? april, price)
      expect(amount).toBeLessThanOrEqual(whole)
      if (first?.chargedDays === first?.wholeDays) expect(amount).toBe(whole)
      expect(periodAmount({ chargedDays: 1, wholeDays: 1 }, price)).toBe(whole)
    }),
  )
})

test('the start and the rest of a period cost the whole one, but for a minor unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 28, max: 366 }), fc.nat(366), prices, (wholeDays, some, price) => {
      const startDays = some % (wholeDays + 1)
      const start = periodAmount({ chargedDays: startDays, wholeDays }, price)
      const rest = periodAmount({ chargedDays: wholeDays - startDays, wholeDays }, price)
      expect(Math.abs(price.quantity * price.unitPrice - start - rest)).toBeLessThanOrEqual(1)
    }),
  )
})

test('what is given back and what is kept are the charge, and more days used give back less', () => {
  fc.assert(
    fc.property(days, fc.nat(400), fc.nat(400), fc.nat(10_000_000), (from, length, used, amount) => {
      const charge = { from, to: addDays(from, length), amount }
      const [credit, nextDay] = [used, used + 1].map((count) => creditOfUnused(charge, addDays(from, count - 1)))
      expect(credit).toBeGreaterThanOrEqual(nextDay ?? 0)
      const share = (amount * Math.max(0, daysBetween(from, charge.to) - used)) / daysBetween(from, charge.to)
      expect(Math.abs((credit ?? 0) - share)).toBeLessThanOrEqual(0.5)
    }),
  )
})
