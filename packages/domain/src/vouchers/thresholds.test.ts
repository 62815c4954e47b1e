import { expect, test } from 'vitest'
import { thresholdsCrossed, thresholdsRearmed } from './thresholds.ts'

const usual = { bought: 600, thresholds: [80, 95], fired: [] }

test.for([
  ['below the first', usual, 600, 121, []],
  ['to just the first', usual, 150, 120, [80]],
  ['over the first', usual, 121, 100, [80]],
  ['past both at once', usual, 600, 0, [80, 95]],
  ['from beyond the first to the second', usual, 100, 30, [95]],
  ['beyond both already', usual, 30, 0, []],
  ['back again by a return', usual, 0, 600, []],
  ['over one that was told of', { ...usual, fired: [80] }, 121, 0, [95]],
  ['over some in any order', { ...usual, thresholds: [95, 50, 80] }, 400, 20, [50, 80, 95]],
  ['to the last unit', { ...usual, thresholds: [100] }, 1, 0, [100]],
  ['of a case voucher', { bought: 3, thresholds: [66, 67], fired: [] }, 2, 1, [66]],
  ['of no units', { ...usual, bought: 0 }, 0, 0, []],
] as const)('a balance that goes %s', ([, use, before, after, crossed]) => {
  expect(thresholdsCrossed(use, { before, after })).toEqual(crossed)
})

test.for([
  ['leaves all behind', 1200, 600, [80, 95]],
  ['leaves one behind', 650, 100, [95]],
  ['is too small', 605, 5, []],
] as const)('of thresholds told of, a top-up that %s', ([, bought, balance, rearmed]) => {
  expect(thresholdsRearmed({ bought, fired: [80, 95] }, balance)).toEqual(rearmed)
})
