import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intervalsIn, replayCase } from './replay-case.ts'
import type { HistoryEntry, HistoryFact } from './replay-case.ts'
import { statusCategories } from './status.ts'
import type { CaseStatus, StatusCategory } from './status.ts'

const open = status('open')
const agent = { kind: 'staff', name: 'Lis Holm' } as const
const contact = { kind: 'contact', name: 'Per Dahl' } as const

function status(category: StatusCategory): CaseStatus {
  return { id: `id of ${category}`, name: category, category }
}

function day(number: number): Date {
  return new Date(Date.UTC(2026, 2, number, 9))
}

function happened(on: number, fact: HistoryFact, line = on, actor: HistoryEntry['actor'] = agent): HistoryEntry {
  return { at: day(on), line, actor, ...fact }
}

const created: HistoryFact = {
  kind: 'created',
  status: status('new'),
  department: 'Support',
  responsible: null,
  fields: { priority: 'Normal', product: 'Payroll' },
}

function to(category: StatusCategory): HistoryFact {
  return { kind: 'status', to: status(category) }
}

test('a history becomes the row, the events and the periods of its case', () => {
  const {
    case: row,
    events,
    intervals,
  } = replayCase(
    [
      happened(1, created, 1, contact),
      happened(2, { kind: 'assigned', to: 'Lis Holm' }),
      happened(2, { kind: 'reply', text: 'Which version?' }),
      happened(2, to('waiting_customer')),
      happened(4, { kind: 'reply', text: 'Version 3' }, 4, contact),
      happened(5, { kind: 'field', field: 'priority', to: 'High' }),
      happened(6, to('solved')),
      happened(9, to('closed')),
      happened(10, { kind: 'note', text: 'Tell sales' }),
    ],
    { open },
  )

  expect(row).toEqual({
    createdAt: day(1),
    createdBy: contact,
    status: status('closed'),
    department: 'Support',
    responsible: 'Lis Holm',
    fields: { priority: 'High', product: 'Payroll' },
    solvedAt: day(6),
    closedAt: day(9),
    reopenedCount: 0,
    firstRepliedAt: day(2),
    lastStaffReplyAt: day(2),
    lastContactReplyAt: day(4),
    lastActivityAt: day(9),
  })
  expect(events.map(({ at, payload }) => [at.getUTCDate(), payload.type])).toEqual([
    [1, 'case.created'],
    [1, 'case.dispatched'],
    [2, 'case.dispatched'],
    [2, 'reply.posted'],
    [2, 'case.status_changed'],
    [2, 'case.status_changed'],
    [4, 'reply.posted'],
    [4, 'case.status_changed'],
    [5, 'case.changed'],
    [6, 'case.status_changed'],
    [9, 'case.status_changed'],
    [10, 'note.written'],
  ])
  expect(intervalsIn(intervals, ['waiting_customer', 'solved', 'closed'])).toEqual([
    { status: status('waiting_customer'), from: day(2), to: day(4) },
    { status: status('solved'), from: day(6), to: day(9) },
    { status: status('closed'), from: day(9), to: null },
  ])
})

test('a case that is taken up again was reopened, and ends when it last ended', () => {
  const moves = ['open', 'solved', 'open', 'solved', 'closed', 'open', 'solved', 'closed'] as const
  const history = [happened(1, created), ...moves.map((category, index) => happened(index + 2, to(category)))]
  const { case: row, intervals } = replayCase(history, { open })

  expect(row).toMatchObject({ reopenedCount: 2, solvedAt: day(8), closedAt: day(9) })
  expect(intervalsIn(intervals, ['closed']).map(({ from, to: until }) => [from, until])).toEqual([
    [day(6), day(7)],
    [day(9), null],
  ])
})

test('what happened at one moment is told by line, then as given', () => {
  const { case: row, events } = replayCase(
    [
      happened(2, to('closed'), 4),
      happened(2, to('solved'), 3),
      happened(2, { kind: 'activity', activity: 'Resolve', text: null, answersCustomer: true }, 3),
      happened(1, created),
    ],
    { open },
  )

  expect(row).toMatchObject({ status: status('closed'), solvedAt: day(2), firstRepliedAt: day(2) })
  expect(events.slice(2).map(({ line, payload }) => [line, payload.type])).toEqual([
    [3, 'case.status_changed'],
    [3, 'case.logged'],
    [4, 'case.status_changed'],
  ])
})

test('a status that comes again, or a responsible who already is, is no event', () => {
  const history = [
    happened(1, created),
    happened(2, to('open')),
    happened(3, to('open')),
    happened(4, { kind: 'assigned', to: 'Ole Berg' }),
    happened(5, { kind: 'assigned', to: 'Ole Berg' }),
    happened(6, { kind: 'assigned', to: 'Lis Holm', onlyIfNone: true }),
    happened(7, { kind: 'field', field: 'product', to: 'Payroll' }),
  ]
  const { case: row, events } = replayCase(history, { open })

  expect(events.slice(2).map(({ at }) => at)).toEqual([day(2), day(4)])
  expect(row.responsible).toBe('Ole Berg')
})

test.for([
  ['no creation', [happened(1, to('open'))]],
  ['two creations', [happened(1, created), happened(2, created)]],
  ['nothing', []],
] as const)('%s is a fault', ([, history]) => {
  expect(() => replayCase(history, { open })).toThrow(RangeError)
})

test('periods follow each other without a gap from creation on, and the order of the list does not matter', () => {
  const move = fc.record({ on: fc.integer({ min: 2, max: 28 }), category: fc.constantFrom(...statusCategories) })
  fc.assert(
    fc.property(fc.array(move), (moves) => {
      const history = [
        happened(1, created, 0),
        ...moves.map(({ on, category }, index) => happened(on, to(category), index + 1)),
      ]
      const replay = replayCase(history, { open })
      const { intervals } = replay
      expect(intervals.map(({ from }) => from)).toEqual([
        day(1),
        ...intervals.slice(0, -1).map((interval) => interval.to),
      ])
      expect(intervals.at(-1)).toMatchObject({ status: replay.case.status, to: null })
      expect(replayCase(history.toReversed(), { open })).toEqual(replay)
    }),
  )
})
