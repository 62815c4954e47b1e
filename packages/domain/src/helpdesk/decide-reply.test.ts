import type { Transition } from '@timedesk/contracts/workflow-definition'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  agent,
  contact,
  move,
  standardStatus as status,
  standardWorkflow,
  system,
} from '../../test/standard-workflow.ts'
import { noMoveFacts } from '../workflow/move-terms.ts'
import { decideReply } from './decide-reply.ts'
import type { ReplyIntent, ReplyProgress } from './decide-reply.ts'
import type { StatusCategory } from './status.ts'

const earlier = new Date('2026-03-01T09:00:00Z')
const now = new Date('2026-03-02T09:00:00Z')
const workflow = standardWorkflow()
const movers = { staff: agent, contact, system }

function decide(before: ReplyProgress, by: keyof typeof movers, intent: Partial<ReplyIntent> = {}) {
  return decideReply(before, { by: movers[by], statusAfter: null, workflow, facts: noMoveFacts, now, ...intent })
}

function progress(category: StatusCategory, overrides: Partial<ReplyProgress> = {}): ReplyProgress {
  return {
    status: status(category),
    solvedAt: category === 'solved' ? earlier : null,
    closedAt: null,
    reopenedCount: 0,
    firstRepliedAt: null,
    lastStaffReplyAt: null,
    lastContactReplyAt: null,
    lastActivityAt: earlier,
    ...overrides,
  }
}

test.for([
  ['staff', 'new', null, 'open'],
  ['staff', 'new', 'waiting_customer', 'waiting_customer'],
  ['staff', 'open', null, 'open'],
  ['staff', 'open', 'solved', 'solved'],
  ['staff', 'waiting_customer', null, 'waiting_customer'],
  ['staff', 'solved', null, 'solved'],
  ['staff', 'solved', 'open', 'open'],
  ['contact', 'new', null, 'new'],
  ['contact', 'open', null, 'open'],
  ['contact', 'waiting_customer', null, 'open'],
  ['contact', 'waiting_third_party', null, 'waiting_third_party'],
  ['contact', 'solved', null, 'open'],
  ['contact', 'waiting_customer', 'solved', 'open'],
] as const)('a reply by %s on a case that is %s, with %s asked for, leaves it %s', ([by, from, asked, to]) => {
  const statusAfter = asked === null ? null : status(asked)
  const { changes, events } = decide(progress(from), by, { statusAfter })

  expect((changes.status ?? status(from)).category).toBe(to)
  expect(events).toMatchObject(from === to ? [] : [{ fromCategory: from, toCategory: to }])
  expect(events).toHaveLength(from === to ? 0 : 1)
})

test('the first reply by staff stops the clock', () => {
  expect(decide(progress('open'), 'staff')).toEqual({
    changes: { firstRepliedAt: now, lastStaffReplyAt: now, lastActivityAt: now },
    isFirst: true,
    events: [],
  })
})

test('it stops once', () => {
  const before = progress('open', { firstRepliedAt: earlier })
  expect(decide(before, 'staff')).toMatchObject({
    changes: { firstRepliedAt: earlier, lastStaffReplyAt: now },
    isFirst: false,
  })
})

test('a contact answers nobody’s clock', () => {
  expect(decide(progress('open'), 'contact')).toEqual({
    changes: { lastContactReplyAt: now, lastActivityAt: now },
    isFirst: false,
    events: [],
  })
})

test('a contact’s reply to a solved case reopens it', () => {
  expect(decide(progress('solved'), 'contact').changes).toMatchObject({
    solvedAt: null,
    reopenedCount: 1,
  })
})

test.for([
  ['staff', 'closed', null, 'case_closed'],
  ['staff', 'closed', 'open', 'case_closed'],
  ['staff', 'cancelled', null, 'case_closed'],
  ['system', 'closed', null, 'case_closed'],
  ['contact', 'cancelled', null, 'case_closed'],
  ['staff', 'open', 'closed', 'status_move_refused'],
  ['staff', 'open', 'new', 'status_move_refused'],
  ['staff', 'solved', 'waiting_customer', 'status_move_refused'],
] as const)('a reply by %s on a case that is %s, with %s asked for, is refused with %s', ([by, from, asked, code]) => {
  const statusAfter = asked === null ? null : status(asked)
  expect(() => decide(progress(from), by, { statusAfter })).toThrow(expect.objectContaining({ code }))
})

test('what the system says neither answers the customer nor takes the case into work', () => {
  expect(decide(progress('new'), 'system')).toEqual({ changes: { lastActivityAt: now }, isFirst: false, events: [] })
})

test.for([
  ['within the days, to the last moment', 1, null, 'open'],
  ['for ever where no days are given', null, null, 'open'],
  ['not later', 0, 'reopen_expired', null],
] as const)('a contact’s reply takes a closed case up again %s', ([, reopenDays, code, to]) => {
  const before = { ...progress('closed'), solvedAt: earlier, closedAt: earlier }
  const reply = () => decide(before, 'contact', { workflow: standardWorkflow({ reopenDays }) })

  if (code !== null) expect(reply).toThrow(expect.objectContaining({ code }))
  else
    expect(reply()).toMatchObject({
      changes: { status: status(to), solvedAt: null, closedAt: null, reopenedCount: 1, lastContactReplyAt: now },
      events: [{ fromCategory: 'closed', toCategory: 'open', cause: 'reply' }],
    })
})

test('a workflow without an open status lets a reply leave the case where it is', () => {
  const own = standardWorkflow({
    statusIds: ['id of waiting_customer'],
    transitions: [move('waiting_customer', 'solved')],
  })
  expect(decide(progress('waiting_customer'), 'contact', { workflow: own })).toMatchObject({ events: [] })
})

test.for<[string, Partial<Transition>, StatusCategory]>([
  ['that asks for nothing', {}, 'open'],
  ['that is not theirs', { who: ['lead'] }, 'new'],
  ['that requires what the case lacks', { requires: ['product'] }, 'new'],
  ['whose gate is closed', { gates: ['checklist_done'] }, 'new'],
])('a reply by staff and a move to open %s: %j leave the case %s', ([, terms, to]) => {
  const own = standardWorkflow({ transitions: [move('new', 'open', terms)] })
  const decision = decide(progress('new'), 'staff', { workflow: own })

  expect((decision.changes.status ?? status('new')).category).toBe(to)
  expect(decision).toMatchObject({ isFirst: true, changes: { firstRepliedAt: now } })
})

test('in any order of replies, the first by staff alone is the first', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('staff' as const, 'contact' as const)), (parties) => {
      let before = progress('new')
      const firsts = parties.map((by) => {
        const decision = decide(before, by)
        before = { ...before, ...decision.changes }
        return decision.isFirst
      })
      const expected = parties.indexOf('staff')
      expect(firsts.flatMap((isFirst, index) => (isFirst ? [index] : []))).toEqual(expected === -1 ? [] : [expected])
    }),
  )
})
