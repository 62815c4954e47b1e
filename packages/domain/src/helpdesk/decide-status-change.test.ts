import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  agent,
  contact,
  contactMoves,
  move,
  staffMoves,
  standardStatus as status,
  standardWorkflow,
} from '../../test/standard-workflow.ts'
import type { Mover } from '../workflow/may-make.ts'
import { movesFrom } from '../workflow/moves-from.ts'
import { noMoveFacts } from '../workflow/move-terms.ts'
import { applyStatus, decideStatusChange } from './decide-status-change.ts'
import type { CaseProgress, StatusIntent } from './decide-status-change.ts'
import { isEnded, statusCategories } from './status.ts'
import type { CaseStatus, StatusCategory } from './status.ts'

const earlier = new Date('2026-03-01T09:00:00Z')
const now = new Date('2026-03-02T09:00:00Z')
const workflow = standardWorkflow()

function progress(category: StatusCategory, overrides: Partial<CaseProgress> = {}): CaseProgress {
  return { status: status(category), solvedAt: null, closedAt: null, reopenedCount: 0, ...overrides }
}

function decide(before: CaseProgress, to: CaseStatus, by: Mover = agent, intent: Partial<StatusIntent> = {}) {
  return decideStatusChange(before, { to, by, workflow, facts: noMoveFacts, now, ...intent })
}

test.for(statusCategories)('from %s the standard workflow has the moves of R82, and refuses all else', (from) => {
  for (const [by, moves] of [
    [agent, staffMoves[from]],
    [contact, contactMoves[from]],
  ] as const) {
    const offered = movesFrom(progress(from), by, { workflow, facts: noMoveFacts, now })
    expect(offered.map(({ to }) => to.category).toSorted()).toEqual(moves.toSorted())
    expect(statusCategories.filter((to) => to !== from && isTaken(from, to, by)).toSorted()).toEqual(moves.toSorted())
  }
})

function isTaken(from: StatusCategory, to: StatusCategory, by: Mover): boolean {
  try {
    return decide(progress(from), status(to), by).events.length === 1
  } catch {
    return false
  }
}

test('a refused move carries its code', () => {
  expect(() => decide(progress('closed'), status('solved'))).toThrow(
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
  const decision = decide(before, status(to))
  expect(decision.changes).toEqual({ status: status(to), ...moments })
})

test('the event names both statuses, their categories and the reason', () => {
  const to = { ...status('open'), pausesClock: true }
  const intent = { reason: 'It came back', workflow: { ...workflow, statuses: [status('closed'), to] } }
  expect(decide(progress('closed'), to, agent, intent).events).toEqual([
    {
      type: 'case.status_changed',
      from: 'Name of closed',
      to: 'Name of open',
      fromCategory: 'closed',
      toCategory: 'open',
      fromId: 'id of closed',
      toId: 'id of open',
      pauses: true,
      reason: 'It came back',
    },
  ])
})

test('the status that a case already has is no change', () => {
  expect(decide(progress('closed'), status('closed'), contact)).toEqual({
    changes: {},
    events: [],
  })
})

test('a move inside one category leaves the moments as they are, and needs a transition too', () => {
  const before = progress('solved', { solvedAt: earlier })
  const to: CaseStatus = { id: 'id of another', name: 'Solved by update', category: 'solved' }
  const definition = { statusIds: ['id of solved', to.id], transitions: [move('solved', 'another')] }
  const own = standardWorkflow(definition, [to])

  expect(decide(before, to, agent, { workflow: own })).toMatchObject({
    changes: { status: to },
    events: [{ to: to.name }],
  })
  expect(applyStatus(before, { to, now }).changes).toEqual({ status: to })
  for (const [by, without] of [
    [contact, own],
    [agent, standardWorkflow({ ...definition, transitions: [] }, [to])],
  ] as const)
    expect(() => decide(before, to, by, { workflow: without })).toThrow(
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
