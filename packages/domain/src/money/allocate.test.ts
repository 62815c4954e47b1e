import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate } from './allocate.ts'

const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 30 })
const amounts = fc.integer({ min: -10_000_000, max: 10_000_000 })

test.for([
  ['E8: three cases', 100_000, [1, 1, 1], [33_333, 33_334, 33_333]],
  ['E26: three months of twelve', 250_000, [1, 1, 1], [83_333, 83_334, 83_333]],
  ['parts of different size', 79_167, [20, 30], [31_667, 47_500]],
  ['a part without weight', 100, [0, 3, 0, 1], [0, 75, 0, 25]],
  ['a credit', -100_000, [1, 1, 1], [-33_333, -33_334, -33_333]],
  ['nothing', 0, [0, 0], [0, 0]],
  ['no parts', 0, [], []],
] as const)('%s', ([, total, parts, shares]) => {
  expect(allocate(total, parts)).toEqual(shares)
})

test('shares sum to the amount, and each is within a minor unit of its part', () => {
  fc.assert(
    fc.property(amounts, weights, (total, parts) => {
      const whole = parts.reduce((sum, part) => sum + part, 0)
      fc.pre(whole > 0)
      const shares = allocate(total, parts)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total)
      const errors = shares.map((share, index) => Math.abs(share * whole - total * (parts[index] ?? 0)))
      expect(Math.max(...errors)).toBeLessThanOrEqual(whole)
    }),
  )
})

test.for([
  ['a negative weight', 100, [1, -1]],
  ['an amount without a place to go', 100, [0]],
] as const)('%s is a fault', ([, total, parts]) => {
  expect(() => allocate(total, parts)).toThrow(RangeError)
})
