import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { recognise } from './recognise.ts'

test('E26: a year in advance', () => {
  const months = recognise({ amount: 1_000_000, from: '2026-01-01', to: '2026-12-31' })
  const quarter = [83_333, 83_334, 83_333]
  expect(months.map(({ amount }) => amount)).toEqual([...quarter, ...quarter, ...quarter, ...quarter])
  expect([months[0]?.month, months[11]?.month]).toEqual(['2026-01-01', '2026-12-01'])
})

test.for([
  ['a month', '2026-02-01', '2026-02-28', { '2026-02-01': 90_000 }],
  ['a day', '2026-02-10', '2026-02-10', { '2026-02-01': 90_000 }],
  [
    'two months and a half',
    '2026-04-01',
    '2026-06-15',
    { '2026-04-01': 36_000, '2026-05-01': 36_000, '2026-06-01': 18_000 },
  ],
  ['half of a leap February and a March', '2028-02-16', '2028-03-31', { '2028-02-01': 29_302, '2028-03-01': 60_698 }],
  ['over new year', '2026-12-16', '2027-01-16', { '2026-12-01': 45_000, '2027-01-01': 45_000 }],
] as const)('%s', ([, from, to, months]) => {
  const recognised = recognise({ amount: 90_000, from, to })
  expect(Object.fromEntries(recognised.map(({ month, amount }) => [month, amount]))).toEqual(months)
})

test('the parts sum to the amount, a credit too', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count))
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), days, fc.nat(800), (amount, from, length) => {
      const parts = recognise({ amount, from, to: addDays(from, length) })
      expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount)
      expect(parts.filter((part) => part.amount * amount < 0)).toEqual([])
    }),
  )
})

test('a period that ends before it starts is a fault', () => {
  expect(() => recognise({ amount: 1, from: '2026-02-02', to: '2026-02-01' })).toThrow(RangeError)
})
