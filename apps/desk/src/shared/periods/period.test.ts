import { expect, test } from 'vitest'

import { kindOf, periodAround, quarterOf, stepPeriod } from './period.ts'

test.for([
  ['month', '2026-02-10', { from: '2026-02-01', to: '2026-02-28' }],
  ['month', '2028-02-29', { from: '2028-02-01', to: '2028-02-29' }],
  ['month', '2026-12-31', { from: '2026-12-01', to: '2026-12-31' }],
  ['quarter', '2026-02-10', { from: '2026-01-01', to: '2026-03-31' }],
  ['quarter', '2026-12-01', { from: '2026-10-01', to: '2026-12-31' }],
  ['year', '2026-02-10', { from: '2026-01-01', to: '2026-12-31' }],
] as const)('the %s around %s', ([kind, day, period]) => {
  expect(periodAround(kind, day)).toEqual(period)
  expect(kindOf(period)).toBe(kind)
})

test.for([
  ['month', { from: '2026-01-01', to: '2026-01-31' }, -1, { from: '2025-12-01', to: '2025-12-31' }],
  ['quarter', { from: '2026-10-01', to: '2026-12-31' }, 1, { from: '2027-01-01', to: '2027-03-31' }],
  ['year', { from: '2026-01-01', to: '2026-12-31' }, -2, { from: '2024-01-01', to: '2024-12-31' }],
] as const)('one steps from a %s to another', ([kind, period, steps, reached]) => {
  expect(stepPeriod(kind, period, steps)).toEqual(reached)
})

test('days that are no whole period are one’s own', () => {
  expect(kindOf({ from: '2026-01-02', to: '2026-01-31' })).toBeNull()
  expect(kindOf({ from: '2026-01-01', to: '2026-02-28' })).toBeNull()
})

test.for([
  ['2026-01-01', 1],
  ['2026-06-30', 2],
  ['2026-12-31', 4],
] as const)('%s lies in quarter %s', ([day, quarter]) => {
  expect(quarterOf(day)).toBe(quarter)
})
