import fc from 'fast-check'
import { expect, test } from 'vitest'
import { charge } from '../agreements/charge.ts'
import { vatOf } from '../invoicing/totals.ts'
import { periodsOf } from './periods.ts'
import type { PlanLine } from './periods.ts'
import { periodAmount } from './price.ts'
import { carryMaxOf, quotaDays, unitsToExpire } from './quota.ts'

const line: PlanLine = {
  startsOn: '2026-01-01',
  anchor: 'start',
  months: 1,
  prorate: true,
  timing: 'advance',
  leadDays: 0,
}
const january = {
  balance: 300,
  ownUntil: '2026-01-31',
  expiresOn: '2026-02-28',
  rolloverMax: 300,
  rolledUnits: 0,
} as const

test('E10: two hours roll over, and one is overage', () => {
  const quota = 5 * 60
  const [first, second] = periodsOf(line, { until: '2026-02-01', endsOn: null })
  const days = quotaDays(line, first ?? { wholeFrom: '', to: '' }, 1)
  expect(days).toEqual({ ownUntil: '2026-01-31', expiresOn: '2026-02-28' })

  const left = quota - 3 * 60
  const carried = left - unitsToExpire({ ...january, ...days, balance: left }, '2026-02-01')
  const overage = 8 * 60 - carried - quota
  const fee = periodAmount(second ?? { chargedDays: 0, wholeDays: 1 }, { quantity: 1, unitPrice: 400_000 })
  const bill = fee + charge(overage, 100_000)

  expect([carried, overage]).toEqual([120, 60])
  expect([bill, vatOf(bill, 2500)]).toEqual([500_000, 125_000])
})

test.for([
  ['does not roll over', '2026-01-31', 0, { ownUntil: null, expiresOn: '2026-02-27' }],
  ['rolls over once', '2026-01-31', 1, { ownUntil: '2026-02-27', expiresOn: '2026-03-30' }],
  ['rolls over for a year', '2026-01-31', 12, { ownUntil: '2026-02-27', expiresOn: '2027-02-27' }],
] as const)('a quota that %s', ([, startsOn, periods, days]) => {
  const monthEnds = { ...line, startsOn }
  const [first] = periodsOf(monthEnds, { until: startsOn, endsOn: null })
  expect(first).toBeDefined()
  if (first !== undefined) expect(quotaDays(monthEnds, first, periods)).toEqual(days)
})

test.for([
  ['on the last day of its period', { rolloverMax: 120 }, '2026-01-31', 0],
  ['the day after, above the most that rolls over', { rolloverMax: 120 }, '2026-02-01', 180],
  ['the day after, within it', { rolloverMax: 300 }, '2026-02-01', 0],
  ['the day after, without a limit', { rolloverMax: null }, '2026-02-01', 0],
  ['when nothing may roll over', { rolloverMax: 0 }, '2026-02-01', 300],
  [
    'late, when work of the next period drew already',
    { balance: 250, rolloverMax: 120, rolledUnits: 50 },
    '2026-02-05',
    180,
  ],
  ['when all that may roll over was drawn', { balance: 180, rolloverMax: 120, rolledUnits: 120 }, '2026-02-05', 180],
  ['on its last day', { balance: 40 }, '2026-02-28', 0],
  ['after its last day', { balance: 40 }, '2026-03-01', 40],
  ['after its last day, without rollover', { ownUntil: null, expiresOn: '2026-01-31' }, '2026-02-01', 300],
] as const)('%s a quota loses what may not be kept', ([, change, day, units]) => {
  expect(unitsToExpire({ ...january, ...change }, day)).toBe(units)
})

test.for([
  [null, 50, null],
  [120, 0, 120],
  [120, 50, 70],
  [120, 150, 0],
] as const)('of at most %o, %i drawn, %o may roll over still', ([rolloverMax, rolledUnits, left]) => {
  expect(carryMaxOf({ rolloverMax, rolledUnits })).toBe(left)
})

test('whenever the job runs, a quota keeps the same units, and a second run takes none', () => {
  fc.assert(
    fc.property(fc.nat(600), fc.nat(600), fc.nat(600), (balance, rolloverMax, wished) => {
      const before = { ...january, balance, rolloverMax }
      const early = balance - unitsToExpire(before, '2026-02-01')
      const drawn = Math.min(wished, early)

      const late = { ...before, balance: balance - drawn, rolledUnits: drawn }
      const kept = late.balance - unitsToExpire(late, '2026-02-10')
      expect(kept).toBe(early - drawn)
      expect(unitsToExpire({ ...late, balance: kept }, '2026-02-10')).toBe(0)
    }),
  )
})
