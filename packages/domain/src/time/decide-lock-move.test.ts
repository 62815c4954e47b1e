import { Refusal } from '@timedesk/contracts/refusal'
import { expect, test } from 'vitest'
import { decideLockMove } from './decide-lock-move.ts'

const today = '2026-05-04'
const february = '2026-02-28'
const march = '2026-03-31'
const april = '2026-04-30'

/** What a move is, or the field that it is refused for. */
function outcome(
  from: readonly [string | null, string | null],
  to: readonly [string | null, string | null],
  reason = '',
) {
  const [softLockedThrough, hardLockedThrough] = to
  try {
    const before = { softLockedThrough: from[0], hardLockedThrough: from[1] }
    return decideLockMove(before, { softLockedThrough, hardLockedThrough, reason, today })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'lock_refused') return error.details.fields?.[0]?.pointer
    throw error
  }
}

test.for([
  ['a first soft lock', [null, null], [april, null], 'locked'],
  ['both at once', [null, null], [april, march], 'locked'],
  ['both through the same day', [march, null], [march, march], 'locked'],
  ['on by a month', [march, february], [april, march], 'locked'],
  ['through today', [april, null], [today, today], 'locked'],
  ['to where they are', [april, march], [april, march], null],
  ['to where they are, of none', [null, null], [null, null], null],
  ['through a day to come', [null, null], ['2026-05-05', null], '/body/softLockedThrough'],
  ['a hard lock without a soft one', [null, null], [null, march], '/body/hardLockedThrough'],
  ['a hard lock beyond the soft one', [march, null], [march, april], '/body/hardLockedThrough'],
] as const)('%s', ([, from, to, expected]) => {
  expect(outcome(from, to)).toBe(expected)
})

test.for([
  ['soft back by a month', [april, march], [march, march]],
  ['hard back by a month', [april, march], [april, february]],
  ['hard taken away', [april, march], [april, null]],
  ['both taken away', [april, march], [null, null]],
  ['hard back while soft goes on', [march, march], [april, february]],
] as const)('%s opens what was closed, and needs a reason', ([, from, to]) => {
  expect(outcome(from, to)).toBe('/body/reason')
  expect(outcome(from, to, 'An invoice was missing.')).toBe('reopened')
})
