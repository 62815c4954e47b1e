import { expect, test } from 'vitest'

import { profitRow } from '../../test/report-cast.ts'
import { nextOrder, orderFrom, sortProfit } from './sort-profit.ts'

const money = (amount: string) => ({ amount, currency: 'DKK' })
const small = { ...profitRow, key: 'a', name: 'Case 9', profit: money('-20.00'), marginPercent: '-4.00' }
const large = { ...profitRow, key: 'b', name: 'Case 10', profit: money('1000.00'), marginPercent: null }
const none = { ...profitRow, key: '', name: '', profit: money('5000.00'), marginPercent: '99.00' }

test.for([
  ['profit', true, ['b', 'a', '']],
  ['profit', false, ['a', 'b', '']],
  ['name', false, ['a', 'b', '']],
  ['name', true, ['b', 'a', '']],
  ['margin', true, ['a', 'b', '']],
  ['margin', false, ['a', 'b', '']],
] as const)('by %s, descending %s: what belongs to none stays last', ([key, isDescending, keys]) => {
  const sorted = sortProfit([none, large, small], { key, isDescending })

  expect(sorted.map((row) => row.key)).toEqual(keys)
})

test('an address tells the order, and a wrong one the usual', () => {
  const usual = { key: 'recognised', isDescending: true }

  expect(orderFrom('-cost', usual)).toEqual({ key: 'cost', isDescending: true })
  expect(orderFrom('name', usual)).toEqual({ key: 'name', isDescending: false })
  expect(orderFrom('toString', usual)).toEqual(usual)
  expect(orderFrom(undefined, usual)).toEqual(usual)
})

test('a header begins with the largest and turns round when it is pressed again', () => {
  expect(nextOrder('cost', { key: 'profit', isDescending: true })).toBe('-cost')
  expect(nextOrder('cost', { key: 'cost', isDescending: true })).toBe('cost')
  expect(nextOrder('name', { key: 'cost', isDescending: true })).toBe('name')
})
