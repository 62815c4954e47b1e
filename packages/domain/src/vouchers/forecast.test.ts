import { expect, test } from 'vitest'
import { forecastRunOut } from './forecast.ts'

const asOf = '2026-05-22'

test.for([
  ['a unit a day', 10, [['2026-05-01', 56]], '2026-06-01'],
  [
    'several draws',
    100,
    [
      ['2026-04-01', 100],
      ['2026-05-22', 180],
    ],
    '2026-06-11',
  ],
  ['a part of a day is that day', 11, [['2026-05-01', 112]], '2026-05-28'],
  ['the first of the 56 days', 10, [['2026-03-28', 56]], '2026-06-01'],
  ['a draw before them', 10, [['2026-03-27', 56]], null],
  ['a draw after asOf', 10, [['2026-05-23', 56]], null],
  [
    'a draw that was returned',
    10,
    [
      ['2026-05-01', 56],
      ['2026-05-02', -56],
    ],
    null,
  ],
  ['no draws', 10, [], null],
  ['an empty voucher', 0, [], '2026-05-22'],
  ['one that lasts for ever', 1_000_000_000, [['2026-05-01', 1]], null],
  ['into a leap day', 27 * 4, [['2026-05-01', 8]], '2028-06-16'],
] as const)('%s', ([, available, burns, day]) => {
  expect(
    forecastRunOut(
      available,
      burns.map(([workDate, units]) => ({ workDate, units })),
      asOf,
    ),
  ).toBe(day)
})
