import { expect, test } from 'vitest'
import {
  formatAmount,
  formatDay,
  formatIban,
  formatPercent,
  formatPeriod,
  formatPriceBase,
  formatQuantity,
  formatRate,
} from './format.ts'

test.for([
  [0, '0.00', '0,00'],
  [5, '0.05', '0,05'],
  [-5, '−0.05', '−0,05'],
  [123_450, '1,234.50', '1.234,50'],
  [-100_000_000, '−1,000,000.00', '−1.000.000,00'],
] as const)('%i minor units', ([minor, en, da]) => {
  expect(formatAmount(minor, 'en')).toBe(en)
  expect(formatAmount(minor, 'da')).toBe(da)
})

test.for([
  [2500, '25%', '25\u00A0%'],
  [1250, '12.5%', '12,5\u00A0%'],
  [1, '0.01%', '0,01\u00A0%'],
  [0, '0%', '0\u00A0%'],
  [10_000, '100%', '100\u00A0%'],
] as const)('%i basis points', ([basisPoints, en, da]) => {
  expect(formatPercent(basisPoints, 'en')).toBe(en)
  expect(formatPercent(basisPoints, 'da')).toBe(da)
})

test.for([
  [7_460_300, '7.4603', '7,4603'],
  [1_000_000, '1', '1'],
  [50, '0.00005', '0,00005'],
] as const)('%i millionths', ([millionths, en, da]) => {
  expect(formatRate(millionths, 'en')).toBe(en)
  expect(formatRate(millionths, 'da')).toBe(da)
})

test('a day', () => {
  expect(formatDay('2026-03-02', 'en')).toBe('2 March 2026')
  expect(formatDay('2026-03-02', 'da')).toBe('2. marts 2026')
})

test.for([
  ['one day', '2026-03-02', '2026-03-02', '2 March 2026', '2. marts 2026'],
  ['days of a month', '2026-03-02', '2026-03-03', '2–3 March 2026', '2.–3. marts 2026'],
  ['months of a year', '2026-02-10', '2026-03-31', '10 February – 31 March 2026', '10. februar – 31. marts 2026'],
  ['the same month of two years', '2025-12-01', '2026-12-31', '1 December 2025 – 31 December 2026', null],
] as const)('a period of %s', ([, from, to, en, da]) => {
  expect(formatPeriod({ from, to }, 'en')).toBe(en)
  if (da !== null) expect(formatPeriod({ from, to }, 'da')).toBe(da)
})

test.for([
  [110, 'MIN', '1:50 h', '1:50 t'],
  [-30, 'MIN', '−0:30 h', '−0:30 t'],
  [1, 'DAY', '1 day', '1 dag'],
  [1200, 'DAY', '1,200 days', '1.200 dage'],
  [1, 'C62', '1 pc.', '1 stk.'],
  [-2, 'C62', '−2 pcs', '−2 stk.'],
] as const)('%i of %s', ([quantity, unit, en, da]) => {
  expect(formatQuantity(quantity, unit, 'en').replaceAll('\u00A0', ' ')).toBe(en)
  expect(formatQuantity(quantity, unit, 'da').replaceAll('\u00A0', ' ')).toBe(da)
})

test.for([
  [60, 'MIN', '/ h'],
  [30, 'MIN', '/ 0:30 h'],
  [90, 'DAY', '/ 90 days'],
  [1, 'C62', ''],
  [10, 'C62', '/ 10 pcs'],
] as const)('a price for %i %s', ([base, unit, text]) => {
  expect(formatPriceBase(base, unit, 'en').replaceAll('\u00A0', ' ')).toBe(text)
})

test('an IBAN in groups of four', () => {
  expect(formatIban('DK5000 400440116243')).toBe('DK50 0040 0440 1162 43')
  expect(formatIban('')).toBe('')
})
