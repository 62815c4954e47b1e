import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AS_WORKED, roundMinutes } from './round-minutes.ts'

const minutes = fc.integer({ min: 0, max: 1440 })
const rounding = fc.record({ increment: fc.integer({ min: 1, max: 60 }), minimum: fc.integer({ min: 0, max: 120 }) })

test.for([
  ['E1: 7 in quarters', 7, { increment: 15, minimum: 15 }, 15],
  ['E1: 22 in quarters', 22, { increment: 15, minimum: 15 }, 30],
  ['E1: 61 in quarters', 61, { increment: 15, minimum: 15 }, 75],
  ['E2: 12 below the minimum', 12, { increment: 6, minimum: 30 }, 30],
  ['E2: 31 in tenths', 31, { increment: 6, minimum: 30 }, 36],
  ['E2: 30 exactly', 30, { increment: 6, minimum: 30 }, 30],
  ['E4: 50 as worked', 50, AS_WORKED, 50],
  ['no work is no bill', 0, { increment: 15, minimum: 30 }, 0],
  ['a minimum off the increment', 3, { increment: 15, minimum: 20 }, 20],
] as const)('%s', ([, actual, rule, billable]) => {
  expect(roundMinutes(actual, rule)).toBe(billable)
})

test('rounding never takes from what was worked, and adds less than an increment above the minimum', () => {
  fc.assert(
    fc.property(minutes, rounding, (actual, rule) => {
      const billable = roundMinutes(actual, rule)
      expect(billable).toBeGreaterThanOrEqual(actual)
      expect(billable).toBeLessThan(Math.max(actual + rule.increment, rule.minimum + 1))
    }),
  )
})

test('more work is never billed as less', () => {
  fc.assert(
    fc.property(minutes, minutes, rounding, (one, other, rule) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)]
      expect(roundMinutes(less, rule)).toBeLessThanOrEqual(roundMinutes(more, rule))
    }),
  )
})

test.for([
  [-1, AS_WORKED],
  [1.5, AS_WORKED],
  [10, { increment: 0, minimum: 0 }],
  [10, { increment: 15, minimum: -1 }],
] as const)('%d minutes by %o are a fault', ([actual, rule]) => {
  expect(() => roundMinutes(actual, rule)).toThrow(RangeError)
})
