import type { RuleTrigger } from '@timedesk/contracts/automation-rules'
import type { Condition } from '@timedesk/contracts/conditions'
import type { EventPayload } from '@timedesk/contracts/events'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildFacts } from '../../test/build-facts.ts'
import type { CaseFacts } from '../conditions/facts.ts'
import { createZone } from '../time/zone.ts'
import { replayRule, type LoggedCase, type LoggedEvent, type Window } from './replay-rule.ts'
import { undoEvent, type NamesOfLog } from './undo-event.ts'

const at = (clock: string) => new Date(`2026-03-02T${clock}:00Z`)

const statuses = { New: 'new', Open: 'open', Waiting: 'waiting_customer', Solved: 'solved' } as const
type Status = keyof typeof statuses
const names: NamesOfLog = {
  statuses: new Map(Object.entries(statuses)),
  priorities: new Map([
    ['Normal', 'normal'],
    ['High', 'high'],
  ]),
  typePaths: new Map([
    ['Error', ['error', 'all']],
    ['Wish', ['wish']],
  ]),
  departmentPaths: new Map([
    ['Support', ['support']],
    ['Printers', ['printers', 'support']],
  ]),
  employees: new Map([
    ['Mads', 'mads'],
    ['Ida', 'ida'],
  ]),
}
const window: Window = { from: at('08:00'), to: at('18:00'), zone: createZone('Europe/Copenhagen'), names }

const created: EventPayload = { type: 'case.created', number: 1, subject: 'Printer', via: 'extranet' }
const reply: EventPayload = {
  type: 'reply.posted',
  replyId: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d',
  isFirst: false,
  attachments: 0,
}

const onReply: RuleTrigger = { kind: 'event', events: ['contact_replied'] }

function moved(from: Status, to: Status): EventPayload {
  return { type: 'case.status_changed', from, to, fromCategory: statuses[from], toCategory: statuses[to] }
}

function changed(field: string, from: string | null, to: string | null): EventPayload {
  return { type: 'case.changed', isPublic: true, changes: [{ field, from, to }] }
}

function event(
  clock: string,
  payload: EventPayload,
  actorKind: LoggedEvent['actorKind'] = 'employee',
  words: string | null = null,
): LoggedEvent {
  return { at: at(clock), actorKind, payload, words }
}

function logged(events: LoggedEvent[], facts: Partial<CaseFacts> = {}, clocks: LoggedCase['clocks'] = []): LoggedCase {
  return { id: 'case', subject: 'Printer', facts: buildFacts(facts), events, clocks }
}

const hitsOf = (...given: Parameters<typeof replayRule>) =>
  replayRule(...given).map(({ at: moment }) => moment.toISOString().slice(11, 16))

test('a rule is asked with the case as it was at the moment', () => {
  const log = logged(
    [
      event('09:00', created, 'contact'),
      event('10:00', reply, 'contact'),
      event('11:00', changed('priority', 'Normal', 'High')),
      event('12:00', reply, 'contact'),
      event('13:00', changed('priority', 'High', 'Normal')),
      event('14:00', reply, 'contact'),
    ],
    { priorityId: 'normal' },
  )
  const trigger = onReply
  const isHigh: Condition[] = [{ field: 'priority', op: 'is', values: ['high'] }]
  expect(hitsOf({ trigger, conditions: isHigh }, log, window)).toEqual(['12:00'])
  expect(hitsOf({ trigger, conditions: [] }, log, window)).toEqual(['10:00', '12:00', '14:00'])
  expect(hitsOf({ trigger, conditions: [] }, log, { ...window, from: at('11:00'), to: at('13:00') })).toEqual(['12:00'])
})

test('words are those that were said at the moment, with the subject', () => {
  const log = logged([
    event('09:00', created, 'contact'),
    event('10:00', reply, 'contact', 'Please REFUND'),
    event('11:00', reply, 'contact', 'thanks'),
  ])
  const trigger = onReply
  const asks = (word: string) =>
    hitsOf({ trigger, conditions: [{ field: 'words', op: 'contains', values: [word] }] }, log, window)
  expect(asks('refund')).toEqual(['10:00'])
  expect(asks('printer')).toEqual(['10:00', '11:00'])
})

test('hours are those of the company’s clock', () => {
  const log = logged([
    event('09:00', created, 'contact'),
    event('15:30', reply, 'contact'),
    event('16:30', reply, 'contact'),
  ])
  const conditions: Condition[] = [{ field: 'hour', op: 'between', values: ['17:00', '24:00'] }]
  expect(hitsOf({ trigger: onReply, conditions }, log, window)).toEqual(['16:30'])
})

const silence = { kind: 'time', since: 'last_staff_reply', minutes: 60, isBefore: false } as const

test('a time comes once for each occurrence that stands long enough', () => {
  const log = logged([
    event('08:30', created, 'contact'),
    event('09:00', reply, 'employee'),
    event('09:30', reply, 'contact'),
    event('10:00', reply, 'employee'),
    event('11:30', reply, 'employee'),
    event('12:00', changed('product', null, 'Ledger')),
  ])
  expect(hitsOf({ trigger: silence, conditions: [] }, log, window)).toEqual(['11:00', '12:30'])
})

test('what happens after a time has come does not make it come again', () => {
  const log = logged([
    event('09:00', created, 'employee'),
    event('10:30', changed('product', null, 'Ledger')),
    event('11:00', changed('product', 'Ledger', 'Payroll')),
  ])
  expect(hitsOf({ trigger: silence, conditions: [] }, log, window)).toEqual(['10:00'])
})

test('a status counts from when it was set', () => {
  const log = logged(
    [
      event('09:00', created, 'contact'),
      event('10:00', moved('New', 'Open')),
      event('10:30', reply, 'contact'),
      event('12:00', moved('Open', 'Waiting')),
    ],
    { statusId: 'waiting_customer', category: 'waiting_customer' },
  )
  const trigger: RuleTrigger = { kind: 'time', since: 'status', minutes: 90, isBefore: false }
  expect(hitsOf({ trigger, conditions: [] }, log, window)).toEqual(['11:30', '13:30'])
})

test('conditions that come true while the occurrence stands are met then', () => {
  const log = logged(
    [event('09:00', created, 'employee'), event('11:00', changed('priority', 'Normal', 'High'), 'employee')],
    { priorityId: 'high' },
  )
  const conditions: Condition[] = [{ field: 'priority', op: 'is', values: ['high'] }]
  expect(hitsOf({ trigger: silence, conditions }, log, window)).toEqual(['11:00'])
})

test('a deadline counts while its clock runs', () => {
  const clocks = [
    { startedAt: at('09:00'), stoppedAt: at('11:00'), dueAt: at('10:30') },
    { startedAt: at('09:00'), stoppedAt: at('12:00'), dueAt: at('13:00') },
  ]
  const log = logged(
    [event('09:00', created, 'contact'), event('11:00', reply), event('12:00', moved('New', 'Solved'))],
    { statusId: 'solved', category: 'solved' },
    clocks,
  )
  const due = (minutes: number, isBefore: boolean) =>
    hitsOf({ trigger: { kind: 'time', since: 'due', minutes, isBefore }, conditions: [] }, log, window)
  expect(due(15, true)).toEqual(['10:15'])
  expect(due(15, false)).toEqual(['10:45'])
  expect(due(90, true)).toEqual(['09:00', '11:30'])
})

const anyDeed = fc.oneof(
  fc.record({ kind: fc.constant('status' as const), to: fc.constantFrom<Status>('New', 'Open', 'Waiting', 'Solved') }),
  fc.record({ kind: fc.constant('priority' as const), to: fc.constantFrom('Normal', 'High') }),
  fc.record({ kind: fc.constant('type' as const), to: fc.constantFrom(null, 'Error', 'Wish') }),
  fc.record({ kind: fc.constant('tags' as const), to: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')) }),
  fc.record({
    kind: fc.constant('holder' as const),
    department: fc.constantFrom('Support', 'Printers'),
    person: fc.constantFrom(null, 'Mads', 'Ida'),
  }),
)
type Deed = typeof anyDeed extends fc.Arbitrary<infer Value> ? Value : never
type Told = {
  status: Status
  priority: string
  type: string | null
  tags: string[]
  department: string
  person: string | null
}

test('what was true before is found again from the log, however long it is', () => {
  fc.assert(
    fc.property(fc.array(anyDeed, { maxLength: 30 }), (deeds) => {
      let told: Told = { status: 'New', priority: 'Normal', type: null, tags: [], department: 'Support', person: null }
      const states = [told]
      const events = deeds.map((deed) => {
        const before = told
        told = toldAfter(before, deed)
        states.push(told)
        return eventOf(before, told, deed)
      })
      let facts = factsOf(told)
      for (const [place, payload] of [...events.entries()].toReversed()) {
        facts = undoEvent(facts, payload, names)
        expect(facts).toEqual(factsOf(states[place] ?? told))
      }
    }),
  )
})

function toldAfter(before: Told, deed: Deed): Told {
  if (deed.kind === 'holder') return { ...before, department: deed.department, person: deed.person }
  return { ...before, [deed.kind]: deed.to }
}

function eventOf(before: Told, after: Told, { kind }: Deed): EventPayload {
  if (kind === 'status') return moved(before.status, after.status)
  if (kind === 'priority') return changed('priority', before.priority, after.priority)
  if (kind === 'type') return changed('type', before.type, after.type)
  if (kind === 'tags') return changed('tags', before.tags.join(', ') || null, after.tags.join(', ') || null)
  const holders = {
    fromDepartment: before.department,
    toDepartment: after.department,
    fromResponsible: before.person,
    toResponsible: after.person,
  }
  return {
    type: 'case.dispatched',
    rule: 'by_hand',
    ...holders,
    toResponsibleId: null,
    toDepartmentId: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d',
  }
}

function factsOf({ status, priority, type, tags, department, person }: Told): CaseFacts {
  return buildFacts({
    statusId: statuses[status],
    category: statuses[status],
    priorityId: names.priorities.get(priority) ?? '',
    typePath: type === null ? [] : (names.typePaths.get(type) ?? []),
    tags,
    departmentPath: names.departmentPaths.get(department) ?? [],
    responsibleId: person === null ? null : (names.employees.get(person) ?? ''),
  })
}
