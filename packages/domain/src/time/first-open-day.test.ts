import { expect, test } from 'vitest'
import { firstOpenDay } from './first-open-day.ts'

const april = { softLockedThrough: '2026-04-30', hardLockedThrough: '2026-03-31' }
const hardOnly = { softLockedThrough: null, hardLockedThrough: '2026-03-31' }
const hardAhead = { softLockedThrough: '2026-03-31', hardLockedThrough: '2026-04-30' }
const unlocked = { softLockedThrough: null, hardLockedThrough: null }

test.for([
  ['no lock', '2026-03-15', unlocked, false, '2026-03-15', false],
  ['a day after the locks', '2026-05-01', april, false, '2026-05-01', false],
  ['the last locked day', '2026-04-30', april, false, '2026-05-01', true],
  ['a softly locked day of one who may override', '2026-04-30', april, true, '2026-04-30', false],
  ['a hard locked day', '2026-03-31', april, false, '2026-05-01', true],
  ['a hard locked day of one who may override', '2026-03-31', april, true, '2026-04-01', true],
  ['a hard lock alone', '2026-03-31', hardOnly, false, '2026-04-01', true],
  ['a soft lock behind the hard one', '2026-04-15', hardAhead, false, '2026-05-01', true],
  ['the same of one who may override', '2026-04-15', hardAhead, true, '2026-05-01', true],
] as const)('%s', ([, workDate, locks, mayOverrideSoft, bookedOn, isLate]) => {
  expect(firstOpenDay(workDate, locks, mayOverrideSoft)).toEqual({ bookedOn, isLate })
})
