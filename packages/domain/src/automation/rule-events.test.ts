import type { ActorKind, EventPayload } from '@timedesk/contracts/events'
import { expect, test } from 'vitest'
import { ruleEventsOf } from './rule-events.ts'

const reply: EventPayload = {
  type: 'reply.posted',
  replyId: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d',
  isFirst: false,
  attachments: 0,
}
const created: EventPayload = { type: 'case.created', number: 1, subject: 'Printer', via: 'desk' }

function changed(...fields: [field: string, from: string | null, to: string | null][]): EventPayload {
  return { type: 'case.changed', isPublic: true, changes: fields.map(([field, from, to]) => ({ field, from, to })) }
}

test.for<[EventPayload, ActorKind, string[]]>([
  [created, 'contact', ['case_created']],
  [created, 'import', []],
  [reply, 'contact', ['contact_replied']],
  [reply, 'employee', ['staff_replied']],
  [reply, 'token', ['staff_replied']],
  [reply, 'system', []],
  [changed(['priority', 'Low', 'High']), 'employee', ['priority_changed']],
  [changed(['type', null, 'Error']), 'employee', ['type_changed']],
  [changed(['product', null, 'Ledger'], ['subject', 'a', 'b']), 'employee', ['field_changed']],
  [changed(['tags', null, 'vip']), 'employee', ['tag_added']],
  [changed(['tags', 'vip, printer', 'vip']), 'employee', []],
  [changed(['tags', 'vip, printer', 'vip, toner']), 'system', ['tag_added']],
  [
    changed(['priority', 'Low', 'High'], ['tags', null, 'vip'], ['device', null, 'x']),
    'system',
    ['priority_changed', 'tag_added', 'field_changed'],
  ],
  [{ type: 'note.written', noteId: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d', attachments: 0 }, 'employee', []],
])('%j by %s is %j to rules', ([payload, actorKind, events]) => {
  expect(ruleEventsOf(payload, actorKind)).toEqual(events)
})
