import type { EventPayload } from '@timedesk/contracts/events'
import { expect, test } from 'vitest'
import { factsOf, type StoredEvent } from './facts-of.ts'

const at = new Date('2026-04-01T12:30:00Z')
const stored = (payload: EventPayload, actorKind: StoredEvent['actorKind'] = 'employee'): StoredEvent => ({
  ...{ at, actorKind, actorId: null, actorName: 'Jonas' },
  payload,
})
const facts = (payload: EventPayload, actorKind?: StoredEvent['actorKind']) =>
  factsOf([stored(payload, actorKind)]).map(({ at: when, actor, ...fact }) => fact)
const moved = {
  type: 'case.status_changed',
  from: 'New',
  to: 'Parked',
  fromCategory: 'new',
  toCategory: 'open',
} as const
const reply = {
  type: 'reply.posted',
  replyId: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d',
  isFirst: true,
  attachments: 0,
} as const

test.for([
  [
    { ...moved, pauses: true },
    { status: 'Parked', category: 'open', pauses: true, reason: null },
  ],
  [moved, { status: 'Parked', category: 'open', pauses: false, reason: null }],
  [
    { ...moved, toCategory: 'waiting_customer', reason: 'Asked for a log.' },
    { status: 'Parked', category: 'waiting_customer', pauses: true, reason: 'Asked for a log.' },
  ],
] as const)('a status says whether it pauses, or its category does: %o', ([payload, fact]) => {
  expect(facts(payload)).toEqual([{ kind: 'status', ...fact }])
})

test.for([
  ['employee', ['staff']],
  ['token', ['staff']],
  ['import', ['staff']],
  ['contact', ['contact']],
  ['system', []],
] as const)('a reply by %s counts as one of %o (R76)', ([actorKind, by]) => {
  expect(facts(reply, actorKind)).toEqual(by.map((party) => ({ kind: 'reply', by: party })))
})

test('an imported answer counts, what was only logged does not', () => {
  const logged = { type: 'case.logged', activity: 'Wait', fields: {} } as const

  expect(facts({ ...logged, answersCustomer: true }, 'import')).toEqual([{ kind: 'reply', by: 'staff' }])
  expect(facts(logged, 'import')).toEqual([])
})

test('deadlines are told by their own events, and before there were such, by changes', () => {
  const to = '2026-04-02T10:00:00.000Z'
  const change = (until: string | null): EventPayload => ({
    ...{ type: 'case.changed', isPublic: true },
    changes: [
      { field: 'subject', from: 'a', to: 'b' },
      { field: 'deadline', from: null, to: until },
    ],
  })

  expect(facts({ type: 'case.deadline_set', from: null, to, reason: 'Agreed.' })).toEqual([
    { kind: 'deadline', to: new Date(to), reason: 'Agreed.' },
  ])
  expect(facts(change(to))).toEqual([{ kind: 'deadline', to: new Date(to), reason: null }])
  expect(facts(change(null))).toEqual([{ kind: 'deadline', to: null, reason: null }])
})

test('everything that clocks do not go by is left out', () => {
  expect(facts({ type: 'note.written', noteId: reply.replyId, attachments: 0 })).toEqual([])
  expect(facts({ type: 'macro.ran', macro: 'Thanks' })).toEqual([])
})

test('a mark that was recorded is a fact of its own, by whoever had the case then', () => {
  const mark = {
    clock: 'first_response',
    cycle: 1,
    share: 100,
    dueAt: '2026-04-01T12:29:00.000Z',
    policy: 'Gold',
  } as const
  const owner = { ownerId: reply.replyId, ownerName: 'Mette', departmentName: 'Support' }

  expect(facts({ type: 'clock.breached', ...mark, ...owner, employeeIds: [], departmentIds: [] }, 'system')).toEqual([
    {
      ...{ kind: 'mark', clock: 'first_response', cycle: 1, share: 100, dueAt: new Date('2026-04-01T12:29:00Z') },
      owner: { responsibleId: reply.replyId, responsibleName: 'Mette', departmentName: 'Support' },
    },
  ])
})
