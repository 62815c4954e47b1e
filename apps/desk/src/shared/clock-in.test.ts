import { expect, test } from 'vitest'

import { clockIn, instantIn, spanIn } from './clock-in.ts'

const ZONE = 'Europe/Copenhagen'

test.for([
  ['in winter', '2026-03-02', '09:30', '2026-03-02T08:30:00.000Z'],
  ['in summer', '2026-07-01', '09:30', '2026-07-01T07:30:00.000Z'],
  ['without a colon', '2026-03-02', '930', '2026-03-02T08:30:00.000Z'],
  ['that ends the day', '2026-03-02', '24:00', '2026-03-02T23:00:00.000Z'],
  ['of a whole hour', '2026-03-02', '9', '2026-03-02T08:00:00.000Z'],
  ['with a point', '2026-03-02', '9.30', '2026-03-02T08:30:00.000Z'],
  ['that never was, the night the clocks go forward', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['that is none', '2026-03-02', '25:00', null],
  ['of a day that is none', 'soon', '09:30', null],
] as const)('a clock %s is an instant', ([, day, clock, instant]) => {
  expect(instantIn(ZONE, day, clock)).toBe(instant)
})

test.for([
  ['within a day', '2026-03-02', '09:00', '10:15', '2026-03-02T09:15:00.000Z', 75],
  ['over midnight', '2026-03-02', '23:30', '00:15', '2026-03-02T23:15:00.000Z', 45],
  ['the night the clocks go forward', '2026-03-29', '01:00', '04:00', '2026-03-29T02:00:00.000Z', 120],
  ['the night the clocks go back', '2026-10-25', '01:00', '04:00', '2026-10-25T03:00:00.000Z', 240],
] as const)('a span %s has its real minutes', ([, day, from, to, endedAt, minutes]) => {
  expect(spanIn(ZONE, day, from, to)).toMatchObject({ endedAt, minutes })
})

test('an instant is read back as the clock it was', () => {
  expect(clockIn(ZONE, '2026-07-01T07:30:00.000Z')).toBe('09:30')
})
