import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundHalfUp } from './round-half-up.ts'

test.for([
  [5, 10, 1],
  [4, 10, 0],
  [15, 10, 2],
  [25, 10, 3],
  [-5, 10, -1],
  [-4, 10, 0],
  [-15, 10, -2],
  [50 * 95000, 60, 79167],
] as const)('%i / %i is %i', ([numerator, denominator, rounded]) => {
  expect(roundHalfUp(numerator, denominator)).toBe(rounded)
})

test('it is exact where floats are not, and a credit mirrors its charge', () => {
  const positive = fc.bigInt({ min: 1n, max: 10n ** 6n })
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), positive, (numerator, denominator) => {
      fc.pre(numerator / denominator < BigInt(Number.MAX_SAFE_INTEGER))
      const rounded = BigInt(roundHalfUp(numerator, denominator))
      const distance = (rounded * denominator - numerator) * 2n
      expect(distance > -denominator && distance <= denominator).toBe(true)
      expect(roundHalfUp(-numerator, denominator) + Number(rounded)).toBe(0)
    }),
  )
})

test.for([
  [1, 0],
  [1, -2],
  [10n ** 20n, 1],
  [0.5, 1],
] as const)('%s over %s is a fault', ([numerator, denominator]) => {
  expect(() => roundHalfUp(numerator, denominator)).toThrow(RangeError)
})
