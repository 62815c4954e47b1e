import { expect, test } from 'vitest'
import { overlaps } from './overlap.ts'

test.for([
  ['apart', [0, 10], [20, 30], false],
  ['one behind the other', [0, 10], [10, 20], false],
  ['by a moment', [0, 11], [10, 20], true],
  ['one inside the other', [0, 30], [10, 20], true],
  ['the same', [0, 10], [0, 10], true],
  ['no time within some', [5, 5], [0, 10], false],
  ['no time twice', [5, 5], [5, 5], false],
] as const)('spans %s', ([, [from, to], [otherFrom, otherTo], expected]) => {
  const one = { from, to }
  const other = { from: otherFrom, to: otherTo }
  expect([overlaps(one, other), overlaps(other, one)]).toEqual([expected, expected])
})
