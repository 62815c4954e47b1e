import { Refusal } from '@timedesk/contracts/refusal'
import { expect, test } from 'vitest'
import { decideCorrection } from './decide-correction.ts'
import type { CorrectionIntent, EntryToCorrect } from './decide-correction.ts'

const entry: EntryToCorrect = {
  workDate: '2026-02-10',
  bookedOn: '2026-02-10',
  state: 'approved',
  correction: null,
  isCorrected: false,
  settledAs: null,
}
const intent: CorrectionIntent = {
  locks: { softLockedThrough: null, hardLockedThrough: null },
  mayOverrideSoft: false,
  mayApprove: false,
  approvesTime: true,
  today: '2026-03-02',
}
const locked = (soft: string | null, hard: string | null) => ({
  locks: { softLockedThrough: soft, hardLockedThrough: hard },
})

function outcome(given: Partial<EntryToCorrect>, wanted: Partial<CorrectionIntent> = {}) {
  try {
    return decideCorrection({ ...entry, ...given }, { ...intent, ...wanted })
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

test.for([
  ['an approved entry', {}, {}, '2026-03-02', false],
  ['a submitted entry', { state: 'submitted' }, {}, '2026-03-02', false],
  ['an open entry behind the soft lock', { state: 'open' }, locked('2026-02-28', null), '2026-03-02', true],
  ['a lock that reaches today', {}, locked('2026-03-02', null), '2026-03-03', true],
  [
    'the same of one who may override it',
    {},
    { ...locked('2026-03-02', null), mayOverrideSoft: true },
    '2026-03-02',
    false,
  ],
  [
    'a hard lock that reaches today',
    {},
    { ...locked('2026-03-02', '2026-03-02'), mayOverrideSoft: true },
    '2026-03-03',
    true,
  ],
  [
    'late work that was booked on an open day',
    { bookedOn: '2026-03-01' },
    locked('2026-02-28', null),
    '2026-03-02',
    false,
  ],
  ['work of a day to come', { workDate: '2026-03-05', bookedOn: '2026-03-05' }, {}, '2026-03-05', false],
  ['a replacement that was approved', { correction: 'replacement' }, {}, '2026-03-02', false],
] as const)('%s is corrected, booked where the books are open', ([, given, wanted, bookedOn, isLate]) => {
  expect(outcome(given, wanted)).toMatchObject({ bookedOn, isLate })
})

test.for([
  ['an open entry of an open period', { state: 'open' }, {}, 'correction_refused'],
  [
    'an open entry behind a soft lock that does not hold who corrects',
    { state: 'open' },
    { ...locked('2026-02-28', null), mayOverrideSoft: true },
    'correction_refused',
  ],
  ['a reversal', { correction: 'reversal' }, {}, 'correction_refused'],
  [
    'a replacement that waits for approval',
    { correction: 'replacement', state: 'submitted' },
    {},
    'correction_refused',
  ],
  ['what a draft claims', { settledAs: 'drafted' }, {}, 'time_settled'],
  ['what was written off', { settledAs: 'written_off' }, {}, 'time_settled'],
  ['what was taken back', { isCorrected: true }, {}, 'already_corrected'],
  ['a replacement that was taken back', { correction: 'replacement', isCorrected: true }, {}, 'already_corrected'],
] as const)('%s is not corrected', ([, given, wanted, code]) => {
  expect(outcome(given, wanted)).toBe(code)
})

test.for([
  [true, false, 'submitted'],
  [true, true, 'approved'],
  [false, false, 'approved'],
  [false, true, 'approved'],
] as const)('approval asked for: %s, by one who may give it: %s → %s', ([approvesTime, mayApprove, state]) => {
  expect(outcome({}, { approvesTime, mayApprove })).toMatchObject({ state })
})

test('open time that a posted document charges is corrected', () => {
  expect(outcome({ state: 'open', settledAs: 'invoiced' }, {})).toMatchObject({ isLate: false, bookedOn: '2026-03-02' })
})
