import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideReply } from './decide-reply.ts'
import type { ReplyProgress } from './decide-reply.ts'
import type { CaseStatus, StatusCategory } from './status.ts'

const earlier = new Date('2026-03-01T09:00:00Z')
const now = new Date('2026-03-02T09:00:00Z')
const open = status('open')

function status(category: StatusCategory): CaseStatus {
  return { id: `id of ${category}`, name: `Name of ${category}`, category }
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
  const { changes, events } = decideReply(progress(from), { by, statusAfter, open, now })

  expect((changes.status ?? status(from)).category).toBe(to)
  expect(events.map((event) => [event.fromCategory, event.toCategory])).toEqual(from === to ? [] : [[from, to]])
})

test('the first reply by staff stops the clock', () => {
  expect(decideReply(progress('open'), { by: 'staff', statusAfter: null, open, now })).toEqual({
    changes: { firstRepliedAt: now, lastStaffReplyAt: now, lastActivityAt: now },
    isFirst: true,
    events: [],
  })
})

test('it stops once', () => {
  const before = progress('open', { firstRepliedAt: earlier })
  expect(decideReply(before, { by: 'staff', statusAfter: null, open, now })).toMatchObject({
    changes: { firstRepliedAt: earlier, lastStaffReplyAt: now },
    isFirst: false,
  })
})

test('a contact answers nobody’s clock', () => {
  expect(decideReply(progress('open'), { by: 'contact', statusAfter: null, open, now })).toEqual({
    changes: { lastContactReplyAt: now, lastActivityAt: now },
    isFirst: false,
    events: [],
  })
})

test('a contact’s reply to a solved case reopens it', () => {
  expect(decideReply(progress('solved'), { by: 'contact', statusAfter: null, open, now }).changes).toMatchObject({
    solvedAt: null,
    reopenedCount: 1,
  })
})

test.for([
  ['staff', 'closed', null, 'case_closed'],
  ['staff', 'closed', 'open', 'case_closed'],
  ['staff', 'cancelled', null, 'case_closed'],
  ['contact', 'closed', null, 'case_closed'],
  ['contact', 'cancelled', null, 'case_closed'],
  ['staff', 'open', 'closed', 'status_move_refused'],
  ['staff', 'open', 'new', 'status_move_refused'],
  ['staff', 'solved', 'waiting_customer', 'status_move_refused'],
] as const)('a reply by %s on a case that is %s, with %s asked for, is refused with %s', ([by, from, asked, code]) => {
  const statusAfter = asked === null ? null : status(asked)
  expect(() => decideReply(progress(from), { by, statusAfter, open, now })).toThrow(expect.objectContaining({ code }))
})

test('in any order of replies, the first by staff alone is the first', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('staff' as const, 'contact' as const)), (parties) => {
      let before = progress('new')
      const firsts = parties.map((by) => {
        const decision = decideReply(before, { by, statusAfter: null, open, now })
        before = { ...before, ...decision.changes }
        return decision.isFirst
      })
      const expected = parties.indexOf('staff')
      expect(firsts.flatMap((isFirst, index) => (isFirst ? [index] : []))).toEqual(expected === -1 ? [] : [expected])
    }),
  )
})
