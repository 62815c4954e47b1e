import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { monthsIn, shareByDays } from './tally.ts'

const window = { from: '2026-01-16', to: '2026-03-15', months: 2 }

test('a fee counts in a window by its days, month by month', () => {
  const inside = shareByDays({ from: '2026-02-01', to: '2026-02-28', amount: 2_800 }, window)
  const over = shareByDays({ from: '2026-01-01', to: '2026-12-31', amount: 365_00 }, window)
  const apart = shareByDays({ from: '2025-12-01', to: '2026-01-15', amount: 1_000 }, window)

  expect(inside).toEqual([{ month: '2026-02', amount: 2_800 }])
  expect(over).toEqual([
    { month: '2026-01', amount: 16_00 },
    { month: '2026-02', amount: 28_00 },
    { month: '2026-03', amount: 15_00 },
  ])
  expect(apart).toEqual([])
})

test('windows that lie one behind the other share all of an amount', () => {
  const property = fc.property(
    fc.record({ start: fc.integer({ min: 0, max: 400 }), days: fc.integer({ min: 1, max: 400 }) }),
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }),
    ({ start, days }, amount, lengths) => {
      const from = addDays('2026-01-01', start)
      const fee = { from, to: addDays(from, days - 1), amount }
      let day = '2026-01-01'
      let sum = 0
      for (const length of [...lengths, 1_000]) {
        const to = addDays(day, length - 1)
        sum += shareByDays(fee, { from: day, to, months: 1 }).reduce((total, share) => total + share.amount, 0)
        day = addDays(to, 1)
      }
      expect(sum).toBe(amount)
    },
  )
  fc.assert(property)
})

test('a window touches the months of its first and last day', () => {
  expect([...monthsIn(window).keys()]).toEqual(['2026-01', '2026-02', '2026-03'])
})
