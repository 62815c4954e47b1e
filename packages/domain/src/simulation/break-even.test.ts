import { expect, test } from 'vitest'
import { hoursPerMonth, meetingHours } from './break-even.ts'
import type { PlanCost } from './break-even.ts'

const perHour = (amount: number) => ({ amount, minutes: 60 })
const plan = (given: Partial<PlanCost>): PlanCost => ({
  feePerYear: 12 * 4_000_00,
  includedMinutesPerYear: 12 * 300,
  beyond: perHour(1_000_00),
  ...given,
})

test.for([
  ['within what is included: 4,000.00 at 950.00 are 4.21 hours', plan({}), perHour(950_00), '4.21'],
  ['exactly where it ends', plan({}), perHour(800_00), '5.00'],
  ['beyond it: 4,000 + (h − 5) × 500 = h × 700', plan({ beyond: perHour(500_00) }), perHour(700_00), '7.50'],
  ['without end', plan({ includedMinutesPerYear: null }), perHour(100_00), '40.00'],
  ['with nothing included', plan({ includedMinutesPerYear: 0, beyond: perHour(0) }), perHour(1_000_00), '4.00'],
  ['never: beyond it costs as much as before', plan({ beyond: perHour(700_00) }), perHour(700_00), null],
  ['never: it is dearer at any number of hours', plan({}), perHour(700_00), null],
  ['not known: nothing says what comes beyond', plan({ beyond: null }), perHour(700_00), null],
  ['nowhere: there is no fee', plan({ feePerYear: 0 }), perHour(700_00), null],
  ['nowhere: work was free', plan({}), perHour(0), null],
] as const)('plan and price meet %s', ([, cost, price, hours]) => {
  expect(meetingHours(cost, price)).toBe(hours)
})

test('hours by the month have two decimals', () => {
  expect([hoursPerMonth(5640, 12), hoursPerMonth(0, 3)]).toEqual(['7.83', '0.00'])
})
