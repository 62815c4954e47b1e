import { expect, test } from 'vitest'
import { discountOfLine, grossOfLine, netOfLine } from './line-net.ts'

test.for([
  ['E1: 120 minutes at 950.00 an hour', 120, 95_000, 60, 190_000],
  ['E4: 50 minutes at 950.00 an hour', 50, 95_000, 60, 79_167],
  ['E11: 50 days of a quarter of 90 at 9,000.00', 50, 900_000, 90, 500_000],
  ['pieces', 3, 3333, 1, 9999],
  ['half an øre', 1, 1, 2, 1],
  ['work that is taken back', -50, 95_000, 60, -79_167],
  ['half an øre that is taken back', -1, 1, 2, -1],
  ['more than floats can tell apart', 9_007_199_254_740_991, 3, 3, 9_007_199_254_740_991],
] as const)('%s', ([, quantity, unitPrice, baseQuantity, gross]) => {
  expect(grossOfLine({ quantity, unitPrice, baseQuantity })).toBe(gross)
})

const line = { quantity: 50, unitPrice: 95_000, baseQuantity: 60 }

test('an allowance is taken off, a negative one put on', () => {
  expect(netOfLine({ ...line, allowance: 167 })).toBe(79_000)
  expect(netOfLine({ ...line, allowance: -33 })).toBe(79_200)
})

test('a share of the gross is taken off a charge and a credit alike', () => {
  expect(discountOfLine(line, 1000)).toBe(7917)
  expect(discountOfLine({ ...line, quantity: -50 }, 1000)).toBe(-7917)
})

test.for([
  ['a part of an hour', { ...line, quantity: 0.83 }],
  ['a part of an øre', { ...line, unitPrice: 0.5 }],
  ['a price for nothing', { ...line, baseQuantity: 0 }],
] as const)('%s is a fault', ([, wrong]) => {
  expect(() => grossOfLine(wrong)).toThrow(RangeError)
})
