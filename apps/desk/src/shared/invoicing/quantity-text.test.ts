import { expect, test } from 'vitest'

import { parseQuantity, quantityText } from './quantity-text.ts'

test.for([
  ['1:50', 'MIN', 110],
  ['2', 'MIN', 120],
  ['1,5', 'MIN', 90],
  ['0.25', 'MIN', 15],
  ['-0:30', 'MIN', -30],
  ['1:75', 'MIN', null],
  ['0:00', 'MIN', null],
  ['3', 'C62', 3],
  ['-1', 'C62', -1],
  ['1,5', 'C62', null],
  ['0', 'DAY', null],
  ['', 'DAY', null],
] as const)('%s of %s is %s', ([text, unit, quantity]) => {
  expect(parseQuantity(text, unit)).toBe(quantity)
})

test('what is read is written back as it is', () => {
  expect(quantityText(110, 'MIN')).toBe('1:50')
  expect(quantityText(-30, 'MIN')).toBe('-0:30')
  expect(quantityText(12, 'DAY')).toBe('12')
})
