import { expect, test } from 'vitest'
import { daysOfWeek } from './week.ts'

test('a week goes from Monday to Sunday, over the end of a year too', () => {
  expect(daysOfWeek('2027-01-01')).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ])
})
