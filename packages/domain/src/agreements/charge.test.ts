import fc from 'fast-check'
import { expect, test } from 'vitest'
import { charge } from './charge.ts'

test.for([
  ['E1', 120, 95_000, 1000, 190_000],
  ['E2 by entry', 96, 120_000, 1000, 192_000],
  ['E2 by day', 78, 120_000, 1000, 156_000],
  ['E3 in hours', 30, 100_000, 1000, 50_000],
  ['E3 after hours', 75, 100_000, 1500, 187_500],
  ['E4', 50, 95_000, 1000, 79_167],
  ['a rate that the factor leaves uneven', 60, 95_055, 1500, 142_583],
  ['no minutes', 0, 95_000, 1000, 0],
  ['a rate of zero', 60, 0, 1000, 0],
] as const)('%s', ([, minutes, ratePerHour, factor, amount]) => {
  expect(charge(minutes, ratePerHour, factor)).toBe(amount)
})

test('a whole hour costs the rate, and the amount is within half a minor unit of the exact one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 10_000_000 }), (minutes, rate) => {
      expect(charge(60, rate)).toBe(rate)
      expect(Math.abs(charge(minutes, rate) * 60 - minutes * rate)).toBeLessThanOrEqual(30)
    }),
  )
})
