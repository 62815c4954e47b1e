import { Refusal } from '@timedesk/contracts/refusal'
import type { WeekState } from '@timedesk/contracts/week-sheets'
import { expect, test } from 'vitest'
import { canMoveWeek, canWriteInWeek, decideWeekMove, entryStateIn } from './decide-week-move.ts'
import type { WeekIntent, WeekParty } from './decide-week-move.ts'

const nobody: WeekParty = {
  isOwn: false,
  mayWrite: true,
  mayWriteOthers: false,
  mayApprove: false,
  isOnlyApprover: false,
}
const owner = { ...nobody, isOwn: true }
const secretary = { ...nobody, mayWriteOthers: true }
const approver = { ...nobody, mayApprove: true }
const ownApprover = { ...owner, mayApprove: true }
const onlyApprover = { ...ownApprover, isOnlyApprover: true }
const reader = { ...owner, mayWrite: false }

/** The state that a move leads to, `null` when nothing is to be done, or the refusal's code. */
function outcome(state: WeekState, intent: WeekIntent, isClosed = false): string | null {
  try {
    return decideWeekMove({ state, isClosed }, intent)
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const refused = 'week_move_refused'
const starts = {
  submitted: 'open',
  recalled: 'submitted',
  approved: 'submitted',
  rejected: 'submitted',
  reopened: 'approved',
} as const

test.for([
  ['submitted', owner, ['submitted', null, refused, 'submitted']],
  ['recalled', owner, [refused, 'open', refused, refused]],
  ['approved', approver, [refused, 'approved', null, refused]],
  ['rejected', approver, [refused, 'rejected', refused, refused]],
  ['reopened', approver, [refused, refused, 'open', refused]],
] as const)('%s leads from each state to one, or is refused', ([move, by, expected]) => {
  const states = ['open', 'submitted', 'approved', 'rejected'] as const
  const intent = { move, by, reason: 'Tuesday is missing.' }

  expect(states.map((from) => outcome(from, intent))).toEqual(expected)
  expect(states.filter((state) => canMoveWeek({ state, isClosed: false }, move, by))).toEqual(
    states.filter((_, at) => expected[at] !== refused && expected[at] !== null),
  )
})

test.for([
  [
    'submitted',
    { nobody, owner, secretary, reader },
    ['permission_denied', 'submitted', 'submitted', 'permission_denied'],
  ],
  ['recalled', { nobody, owner, secretary, reader }, ['permission_denied', 'open', 'open', 'permission_denied']],
  ['approved', { owner, approver, ownApprover, onlyApprover }, ['permission_denied', 'approved', refused, 'approved']],
  [
    'rejected',
    { owner, approver, ownApprover, onlyApprover },
    ['permission_denied', 'rejected', 'rejected', 'rejected'],
  ],
  ['reopened', { owner, approver, ownApprover, onlyApprover }, ['permission_denied', 'open', 'open', 'open']],
] as const)('who may say %s', ([move, parties, expected]) => {
  const from = starts[move]
  const found = Object.values<WeekParty>(parties).map((by) => outcome(from, { move, by, reason: 'Agreed.' }))

  expect(found).toEqual(expected)
})

test.for([
  ['rejected', 'submitted'],
  ['reopened', 'approved'],
] as const)('%s needs a reason', ([move, from]) => {
  const decide = () => decideWeekMove({ state: from, isClosed: false }, { move, by: approver, reason: '' })

  expect(decide).toThrow(
    expect.objectContaining({
      code: refused,
      details: expect.objectContaining({ fields: [expect.objectContaining({ pointer: '/body/reason' })] }) as unknown,
    }),
  )
})

test('in a closed period a week is still submitted, approved and rejected, and no longer reopened', () => {
  const moves = ['submitted', 'recalled', 'approved', 'rejected', 'reopened'] as const
  const by = { ...onlyApprover, mayWrite: true }

  expect(moves.map((move) => outcome(starts[move], { move, by, reason: 'Agreed.' }, true))).toEqual([
    'submitted',
    'open',
    'approved',
    'rejected',
    'period_locked',
  ])
  expect(moves.filter((move) => canMoveWeek({ state: starts[move], isClosed: true }, move, by))).toEqual([
    'submitted',
    'recalled',
    'approved',
    'rejected',
  ])
})

test('time is written in open and rejected weeks, by whom they are or who writes for others', () => {
  const states = ['open', 'submitted', 'approved', 'rejected'] as const
  const writable = (by: WeekParty) => states.filter((state) => canWriteInWeek({ state, isClosed: false }, by))

  expect([owner, secretary, nobody, reader].map(writable)).toEqual([['open', 'rejected'], ['open', 'rejected'], [], []])
})

test('entries are in the state of their week, and open in a rejected one', () => {
  expect((['open', 'submitted', 'approved', 'rejected'] as const).map(entryStateIn)).toEqual([
    'open',
    'submitted',
    'approved',
    'open',
  ])
})
