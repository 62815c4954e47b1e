import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexPrice, parseIndex } from './indexation.ts'

const free = { capPermille: null, floorPermille: null, thresholdPermille: null }

test.for([
  ['E14: the index alone', '116.0', '117.2', {}, 252_586, 103, 'index'],
  ['E14: under a cap', '110.0', '116.0', { capPermille: 30 }, 257_500, 300, 'cap'],
  ['E14: over a floor', '116.0', '115.0', { floorPermille: 0 }, 250_000, 0, 'floor'],
  ['a cap that is not reached', '110.0', '116.0', { capPermille: 60 }, 263_636, 545, 'index'],
  ['a cap that is just met', '100', '103', { capPermille: 30 }, 257_500, 300, 'index'],
  ['a fall without a floor', '116.0', '115.0', {}, 247_845, -86, 'index'],
  ['a floor that promises a rise', '100', '101', { floorPermille: 20 }, 255_000, 200, 'floor'],
  ['a change below the threshold', '100', '100.9', { thresholdPermille: 10 }, 250_000, 0, 'threshold'],
  ['a fall below the threshold', '100', '99.1', { thresholdPermille: 10 }, 250_000, 0, 'threshold'],
  ['a change of just the threshold', '100', '101', { thresholdPermille: 10 }, 252_500, 100, 'index'],
  ['a fall beyond the threshold', '100', '98', { thresholdPermille: 10 }, 245_000, -200, 'index'],
  ['a floor that is just met', '100', '98', { floorPermille: -20 }, 245_000, -200, 'index'],
  ['no change', '116.0', '116.0', {}, 250_000, 0, 'index'],
] as const)('%s', ([, base, now, bounds, unitPrice, changeBasisPoints, decidedBy]) => {
  const index = { base: parseIndex(base) ?? 0, now: parseIndex(now) ?? 0 }
  expect(indexPrice(250_000, index, { ...free, ...bounds })).toEqual({ unitPrice, changeBasisPoints, decidedBy })
})

test.for([
  ['117.2', 117_200],
  ['117.25', 117_250],
  ['0.125', 125],
  ['100', 100_000],
  ['0', null],
  ['-1', null],
  ['117,2', null],
  ['1.2345', null],
  ['', null],
] as const)('the index %o is %o thousandths', ([text, thousandths]) => {
  expect(parseIndex(text)).toBe(thousandths)
})

test('a price stays between floor and cap', () => {
  const values = fc.integer({ min: 50_000, max: 200_000 })
  fc.assert(
    fc.property(fc.nat(10_000_000), values, values, (price, base, now) => {
      const bounds = { ...free, floorPermille: -20, capPermille: 40 }
      const { unitPrice } = indexPrice(price, { base, now }, bounds)
      expect(unitPrice).toBeGreaterThanOrEqual(Math.floor((price * 980) / 1000))
      expect(unitPrice).toBeLessThanOrEqual(Math.ceil((price * 1040) / 1000))
    }),
  )
})

test.for([
  ['an index of zero', { base: 0, now: 100 }, free],
  ['a floor above the cap', { base: 100, now: 100 }, { ...free, floorPermille: 30, capPermille: 20 }],
] as const)('%s is a fault', ([, index, bounds]) => {
  expect(() => indexPrice(250_000, index, bounds)).toThrow(RangeError)
})
