import { expect, test } from 'vitest'
import { expiryWarningsDue, hasExpired } from './expiry.ts'

test.for([
  ['2026-12-30', false],
  ['2026-12-31', false],
  ['2027-01-01', true],
] as const)('on %s a pool that lasts until new year has expired: %o', ([day, expired]) => {
  expect(hasExpired('2026-12-31', day)).toBe(expired)
})

test('a pool without a last day never expires', () => {
  expect([hasExpired(null, '2100-01-01'), expiryWarningsDue(null, [], '2100-01-01')]).toEqual([false, []])
})

test.for([
  ['a day too early', '2026-10-31', [], []],
  ['sixty days before', '2026-11-01', [], [60]],
  ['once', '2026-11-02', [60], []],
  ['thirty days before', '2026-12-01', [60], [30]],
  ['seven days before', '2026-12-24', [60, 30], [7]],
  ['when the job was away', '2026-12-28', [60], [30, 7]],
  ['when it was bought late', '2026-12-31', [], [60, 30, 7]],
  ['not once it has expired', '2027-01-01', [], []],
] as const)('warnings are due %s', ([, day, given, due]) => {
  expect(expiryWarningsDue('2026-12-31', given, day)).toEqual(due)
})
