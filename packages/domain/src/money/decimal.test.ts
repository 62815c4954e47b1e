import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exchangeRateText, percentText, readExchangeRate, readPercent } from './decimal.ts'

test.for([
  ['25', 2500, '25'],
  ['12.5', 1250, '12.5'],
  ['12.50', 1250, '12.5'],
  ['0', 0, '0'],
  ['0.05', 5, '0.05'],
  ['100.00', 10_000, '100'],
] as const)('%s percent are %i hundredths', ([text, basisPoints, shortest]) => {
  expect(readPercent(text)).toBe(basisPoints)
  expect(percentText(basisPoints)).toBe(shortest)
})

test.for([
  ['7.46', 7_460_000, '7.46'],
  ['1', 1_000_000, '1'],
  ['0.000001', 1, '0.000001'],
  ['999999.999999', 999_999_999_999, '999999.999999'],
] as const)('a rate of %s is %i millionths', ([text, millionths, shortest]) => {
  expect(readExchangeRate(text)).toBe(millionths)
  expect(exchangeRateText(millionths)).toBe(shortest)
})

test.for(['', '12,5', '-1', '1.234', '.5', '5.', '1e1'])('"%s" is no percentage', (text) => {
  expect(() => readPercent(text)).toThrow(RangeError)
})

test('both come back from their text', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 999_999_999_999 }), (percent, rate) => {
      expect(readPercent(percentText(percent))).toBe(percent)
      expect(readExchangeRate(exchangeRateText(rate))).toBe(rate)
    }),
  )
})
