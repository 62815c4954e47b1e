import { expect, test } from 'vitest'
import { danishHolidays } from './holidays.ts'

test.for([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
] as const)('Easter of %i is on %s', ([year, day]) => {
  expect(danishHolidays(year).find(({ name }) => name === 'Easter Sunday')?.day).toBe(day)
})

test('a year’s holidays are in order, each day once', () => {
  expect(danishHolidays(2026).map(({ day }) => day)).toEqual([
    '2026-01-01',
    '2026-04-02',
    '2026-04-03',
    '2026-04-05',
    '2026-04-06',
    '2026-05-14',
    '2026-05-24',
    '2026-05-25',
    '2026-06-05',
    '2026-12-24',
    '2026-12-25',
    '2026-12-26',
    '2026-12-31',
  ])
})

test('Whit Monday on Constitution Day is one day with two names', () => {
  const [day] = danishHolidays(2017).filter(({ name }) => name.includes(','))

  expect(day).toEqual({ day: '2017-06-05', name: 'Constitution Day, Whit Monday' })
})
