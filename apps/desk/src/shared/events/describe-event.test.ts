import { EventPayload, type EventType } from '@timedesk/contracts/events'
import { createFormat } from '@timedesk/ui/format'
import { createI18n, LANGUAGES } from '@timedesk/ui/i18n'
import { expect, test } from 'vitest'

import { describeEvent } from './describe-event.ts'
import { eventDanish } from './event-danish.ts'
import { eventEnglish } from './event-english.ts'

const ID = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'
const changes = [{ field: 'priority', from: 'Normal', to: 'High' }]
const named = { name: 'Nordlys' }

/** One of each kind of event; a new kind is an error here until it has an example. */
const examples: { [Type in EventType]: Extract<EventPayload, { type: Type }> } = {
  'case.created': { type: 'case.created', number: 1042, subject: 'Printer', via: 'extranet' },
  'case.changed': { type: 'case.changed', changes, isPublic: false },
  'case.dispatched': {
    type: 'case.dispatched',
    rule: 'by_hand',
    fromDepartment: 'Support',
    toDepartment: 'Second line',
    fromResponsible: null,
    toResponsible: 'Mette Holm',
    toResponsibleId: ID,
    toDepartmentId: ID,
    comment: 'Knows printers',
  },
  'case.status_changed': {
    type: 'case.status_changed',
    from: 'Open',
    to: 'Solved',
    fromCategory: 'open',
    toCategory: 'solved',
    reason: 'New driver',
  },
  'case.logged': { type: 'case.logged', activity: 'Wait', fields: { Group: 'Value 2' } },
  'reply.posted': { type: 'reply.posted', replyId: ID, isFirst: true, attachments: 0 },
  'note.written': { type: 'note.written', noteId: ID, attachments: 0 },
  'time.registered': {
    type: 'time.registered',
    entryId: ID,
    minutes: 75,
    isBillable: true,
    employeeName: 'Mette Holm',
    activityType: 'Remote support',
  },
  'time.changed': { type: 'time.changed', entryId: ID, changes },
  'time.removed': { type: 'time.removed', entryId: ID, minutes: 25, employeeName: 'Mette Holm' },
  'customer.created': { type: 'customer.created', ...named },
  'customer.changed': { type: 'customer.changed', ...named, changes },
  'contact.created': { type: 'contact.created', ...named },
  'contact.changed': { type: 'contact.changed', ...named, changes },
  'contact.invited': { type: 'contact.invited', ...named },
  'employee.created': { type: 'employee.created', ...named },
  'employee.changed': { type: 'employee.changed', ...named, changes },
  'employee.invited': { type: 'employee.invited', ...named },
  'department.created': { type: 'department.created', ...named },
  'department.changed': { type: 'department.changed', ...named, changes },
  'project.created': { type: 'project.created', ...named },
  'project.changed': { type: 'project.changed', ...named, changes },
  'agreement.created': { type: 'agreement.created', ...named },
  'agreement.changed': { type: 'agreement.changed', ...named, changes },
  'setting.created': { type: 'setting.created', setting: 'priority', ...named },
  'setting.changed': { type: 'setting.changed', setting: 'priority', ...named, changes },
  'session.started': { type: 'session.started' },
  'session.ended': { type: 'session.ended', reason: 'signed_out' },
  'password.changed': { type: 'password.changed', by: 'reset' },
  'token.created': { type: 'token.created', ...named, scopes: ['cases:read'] },
  'token.revoked': { type: 'token.revoked', ...named },
  'import.started': { type: 'import.started', fileName: 'cases.csv' },
  'import.finished': { type: 'import.finished', fileName: 'cases.csv', cases: 4580, events: 21348, refused: 0 },
}

function wordsIn(language: (typeof LANGUAGES)[number]) {
  const i18n = createI18n({ resources: { en: { events: eventEnglish }, da: { events: eventDanish } }, language })
  const look = { ns: 'events', keySeparator: false, nsSeparator: false } as const
  return {
    has: (key: string) => i18n.exists(key, look),
    say: (key: string, values: Record<string, string> = {}) => {
      if (!i18n.exists(key, look)) throw new Error(`There are no words for ${key}.`)
      return i18n.t(key, { ...values, ...look })
    },
  }
}

const types = EventPayload.options.map(({ shape }) => shape.type.value)

test.for(types.flatMap((type) => LANGUAGES.map((language) => [type, language] as const)))(
  '%s is worded in %s',
  ([type, language]) => {
    const sentence = describeEvent(examples[type], wordsIn(language), createFormat(language))

    expect(sentence).not.toBe('')
    expect(sentence).not.toMatch(/\{\{|undefined|null|\b(?:rule|via|ended|by|field)\./u)
  },
)

test('both languages know the same words', () => {
  expect(Object.keys(eventDanish).sort()).toEqual(Object.keys(eventEnglish).sort())
})

test.for([
  ['en', 'dispatched the case to Mette Holm in Second line: “Knows printers”'],
  ['da', 'visiterede sagen til Mette Holm i Second line: “Knows printers”'],
] as const)('a dispatch says to whom and why, in %s', ([language, sentence]) => {
  expect(describeEvent(examples['case.dispatched'], wordsIn(language), createFormat(language))).toBe(sentence)
})

test('a change reads as field, before and after; an emptied field says what it was', () => {
  const event = {
    type: 'case.changed',
    isPublic: false,
    changes: [
      { field: 'priority', from: 'Normal', to: 'High' },
      { field: 'project', from: null, to: 'Intranet' },
      { field: 'product', from: 'Ledger', to: null },
    ],
  } as const

  const sentence = describeEvent({ ...event, changes: [...event.changes] }, wordsIn('en'), createFormat('en'))

  expect(sentence).toBe(
    'changed priority from “Normal” to “High”, project to “Intranet”, product (was “Ledger”), now empty',
  )
})
