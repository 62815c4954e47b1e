import { expect, test } from 'vitest'
import { remainingMinutes } from './remaining-minutes.ts'

test.for([
  [null, 0, 60],
  [null, 50, 15],
  [120, 45, 75],
  [120, 105, 15],
  [120, 500, 15],
  [0, 0, 15],
] as const)('of an estimate of %s with %i registered remain %i minutes', ([estimate, registered, remaining]) => {
  expect(remainingMinutes(estimate, registered)).toBe(remaining)
})
