import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountText, fromWire, parseAmount, toWire } from './money.ts'

test.for([
  ['125.00', 12500],
  ['125', 12500],
  ['125.5', 12550],
  ['0.05', 5],
  ['-0.05', -5],
  ['-0.00', 0],
  ['9999999999999.99', 999999999999999],
] as const)('%s is %i minor units', ([text, minor]) => {
  expect(parseAmount(text)).toBe(minor)
})

test.for(['', '1.005', '1,50', '1e3', '.5', '5.', '+1', ' 1', 'NaN', '1.2.3', '--1', '10000000000000', '１'])(
  '"%s" is no amount',
  (text) => {
    expect(parseAmount(text)).toBeNull()
  },
)

test('an amount comes back from its text', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (minor) => {
      expect(parseAmount(amountText(minor))).toBe(minor)
    }),
  )
})

test('money crosses the wire and back', () => {
  const money = { minor: 12505, currency: 'DKK' }
  expect(toWire(money)).toEqual({ amount: '125.05', currency: 'DKK' })
  expect(fromWire(toWire(money), '/price')).toEqual(money)
})

test.for([
  [{ amount: '1.005', currency: 'DKK' }, '/price/amount'],
  [{ amount: '1.00', currency: 'dkk' }, '/price/currency'],
] as const)('%o is refused, pointing at what is wrong', ([wire, pointer]) => {
  expect(() => fromWire(wire, '/price')).toThrow(
    expect.objectContaining({ code: 'invalid_money', details: { fields: [expect.objectContaining({ pointer })] } }),
  )
})

test('half a minor unit is a fault', () => {
  expect(() => amountText(0.5)).toThrow(RangeError)
})
