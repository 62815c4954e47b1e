import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowedMoves, applyStatus, decideStatusChange } from './decide-status-change.ts'
import type { CaseProgress } from './decide-status-change.ts'
import { isEnded, statusCategories } from './status.ts'
import type { CaseStatus, StatusCategory } from './status.ts'

const earlier = new Date('2026-03-01T09:00:00Z')
const now = new Date('2026-03-02T09:00:00Z')

function status(category: StatusCategory): CaseStatus {
  return { id: `id of ${category}`, name: `Name of ${category}`, category }
}

function progress(category: StatusCategory, overrides: Partial<CaseProgress> = {}): CaseProgress {
  return { status: status(category), solvedAt: null, closedAt: null, reopenedCount: 0, ...overrides }
}

const work = ['open', 'waiting_customer', 'waiting_third_party', 'solved', 'cancelled']

test.for([
  ['new', work, ['solved']],
  ['open', work.filter((to) => to !== 'open'), ['solved']],
  ['waiting_customer', work.filter((to) => to !== 'waiting_customer'), ['solved']],
  ['waiting_third_party', work.filter((to) => to !== 'waiting_third_party'), ['solved']],
  ['solved', ['open', 'closed', 'cancelled'], ['open', 'closed']],
  ['closed', ['open'], []],
  ['cancelled', ['open'], []],
] as const)('from %s staff may go to %j and a contact to %j; all else is refused (R82)', ([from, staff, contact]) => {
  expect([allowedMoves(from, 'staff'), allowedMoves(from, 'contact')]).toEqual([staff, contact])
  for (const by of ['staff', 'contact'] as const) {
    const taken = statusCategories.filter((to) => to !== from && isTaken(from, to, by))
    expect(taken.toSorted()).toEqual([...allowedMoves(from, by)].toSorted())
  }
})

function isTaken(from: StatusCategory, to: StatusCategory, by: 'staff' | 'contact'): boolean {
  try {
    return decideStatusChange(progress(from), { to: status(to), by, now }).events.length === 1
  } catch {
    return false
  }
}

test('a refused move carries its code', () => {
  expect(() => decideStatusChange(progress('closed'), { to: status('solved'), by: 'staff', now })).toThrow(
    expect.objectContaining({ code: 'status_move_refused' }),
  )
})

test.for([
  ['solving', progress('open'), 'solved', { solvedAt: now, closedAt: null, reopenedCount: 0 }],
  [
    'closing keeps when it was solved',
    progress('solved', { solvedAt: earlier }),
    'closed',
    { solvedAt: earlier, closedAt: now, reopenedCount: 0 },
  ],
  [
    'cancelling a solved case',
    progress('solved', { solvedAt: earlier }),
    'cancelled',
    { solvedAt: null, closedAt: now, reopenedCount: 0 },
  ],
  [
    'taking back a solution',
    progress('solved', { solvedAt: earlier }),
    'open',
    { solvedAt: null, closedAt: null, reopenedCount: 1 },
  ],
  [
    'reopening again',
    progress('closed', { solvedAt: earlier, closedAt: earlier, reopenedCount: 1 }),
    'open',
    { solvedAt: null, closedAt: null, reopenedCount: 2 },
  ],
  ['waiting', progress('open'), 'waiting_customer', { solvedAt: null, closedAt: null, reopenedCount: 0 }],
] as const)('%s', ([, before, to, moments]) => {
  const decision = decideStatusChange(before, { to: status(to), by: 'staff', now })
  expect(decision.changes).toEqual({ status: status(to), ...moments })
})

test('the event names both statuses, their categories and the reason', () => {
  const intent = { to: status('open'), by: 'staff', reason: 'It came back', now } as const
  expect(decideStatusChange(progress('closed'), intent).events).toEqual([
    {
      type: 'case.status_changed',
      from: 'Name of closed',
      to: 'Name of open',
      fromCategory: 'closed',
      toCategory: 'open',
      reason: 'It came back',
    },
  ])
})

test('the status that a case already has is no change', () => {
  expect(decideStatusChange(progress('closed'), { to: status('closed'), by: 'contact', now })).toEqual({
    changes: {},
    events: [],
  })
})

test('staff may exchange statuses of one category without touching the moments, a contact may not', () => {
  const before = progress('solved', { solvedAt: earlier })
  const to: CaseStatus = { id: 'another', name: 'Solved by update', category: 'solved' }

  expect(decideStatusChange(before, { to, by: 'staff', now })).toMatchObject({
    changes: { status: to },
    events: [{ to: to.name }],
  })
  expect(applyStatus(before, { to, now }).changes).toEqual({ status: to })
  expect(() => decideStatusChange(before, { to, by: 'contact', now })).toThrow(
    expect.objectContaining({ code: 'status_move_refused' }),
  )
})

test('whatever happens, the moments agree with the status', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...statusCategories)), (moves) => {
      const end = moves.reduce(
        (before, to) => ({ ...before, ...applyStatus(before, { to: status(to), now }).changes }),
        progress('new'),
      )
      expect(end.closedAt !== null).toBe(isEnded(end.status.category))
      expect(end.solvedAt !== null).toBe(end.status.category === 'solved' || end.status.category === 'closed')
    }),
  )
})
