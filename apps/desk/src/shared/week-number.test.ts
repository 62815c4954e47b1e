import { expect, test } from 'vitest'

import { weekNumberOf } from './week-number.ts'

test.for([
  ['2026-01-01', 1],
  ['2026-03-02', 10],
  ['2026-12-28', 53],
  ['2027-01-03', 53],
  ['2027-01-04', 1],
  ['2024-12-30', 1],
] as const)('%s lies in week %i', ([day, number]) => {
  expect(weekNumberOf(day)).toBe(number)
})
