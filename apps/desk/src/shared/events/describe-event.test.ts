import { EventPayload, type EventType } from '@timedesk/contracts/events'
import { createFormat } from '@timedesk/ui/format'
import { createI18n, LANGUAGES } from '@timedesk/ui/i18n'
import { expect, test } from 'vitest'

import { caseWorkEvents } from '../../test/case-work-events.ts'
import { workspaceEvents } from '../../test/workspace-events.ts'
import { invoicingEvents } from '../../test/invoicing-events.ts'
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
  'time.corrected': {
    type: 'time.corrected',
    entryId: ID,
    reversalId: ID,
    replacementId: null,
    fromMinutes: 75,
    toMinutes: 0,
    employeeName: 'Mette Holm',
    reason: 'Wrong case',
  },
  'time.correction_decided': {
    type: 'time.correction_decided',
    entryId: ID,
    verdict: 'approved',
    reason: 'As agreed',
  },
  'overage.decided': {
    type: 'overage.decided',
    entryId: ID,
    verdict: 'declined',
    minutes: 90,
    reason: 'Goodwill',
  },
  'week.moved': {
    type: 'week.moved',
    monday: '2026-03-02',
    employeeName: 'Mette Holm',
    to: 'recalled',
    minutes: 2220,
    reason: '',
  },
  'period.locked': { type: 'period.locked', changes, reason: '' },
  'period.reopened': { type: 'period.reopened', changes, reason: 'A late invoice' },
  'cost.changed': { type: 'cost.changed', ...named, changes },
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
  'agreement.terminated': { type: 'agreement.terminated', ...named, lastDay: '2026-06-30', reason: 'Moves abroad' },
  'agreement.termination_withdrawn': { type: 'agreement.termination_withdrawn', ...named },
  'agreement.renewed': { type: 'agreement.renewed', ...named, validTo: '2027-06-30' },
  'agreement.ended': { type: 'agreement.ended', ...named, lastDay: '2026-06-30' },
  'agreement.warned': {
    type: 'agreement.warned',
    ...named,
    kind: 'expiry',
    facts: { pool: 'V-12', expiresOn: '2026-06-30', available: '2:45' },
  },
  'voucher.sold': { type: 'voucher.sold', name: 'V-12', unit: 'minutes', quantity: 600, price: '9000.00 DKK' },
  'voucher.moved': {
    type: 'voucher.moved',
    name: 'V-12',
    movement: 'transferred_out',
    units: -60,
    counterpart: 'V-13',
    reason: 'Two accounts',
    approvedByName: 'Mette Holm',
  },
  'subscription.line_added': { type: 'subscription.line_added', ...named, amount: '4000.00 DKK' },
  'subscription.line_changed': { type: 'subscription.line_changed', ...named, changes },
  'subscription.price_changed': {
    type: 'subscription.price_changed',
    ...named,
    kind: 'indexed',
    validFrom: '2026-04-01',
    changes: [{ field: 'unitPrice', from: '2500.00 DKK', to: '2525.86 DKK' }],
    reason: '',
  },
  'subscription.period_charged': {
    type: 'subscription.period_charged',
    ...named,
    from: '2026-02-10',
    to: '2026-03-31',
    amount: '5000.00 DKK',
    kind: 'regular',
  },
  ...invoicingEvents,
  ...caseWorkEvents,
  ...workspaceEvents,
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
    expect(sentence).not.toMatch(
      /\{\{|undefined|null|\b(?:rule|via|ended|by|field|unit|moved|price|charged|week|overage|correction|warned|gate|link|applied|target|deadline|clock|owner|ticked|ran|action|cause|snooze|follow|asked|side|scope)\./u,
    )
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

test.for([
  [
    'voucher.sold',
    'sold the voucher V-12: 10:00 hours for kr 9,000.00',
    'solgte klippekortet V-12: 10:00 timer for 9.000,00 kr.',
  ],
  [
    'voucher.moved',
    'moved 60 units from the voucher V-12 to V-13: “Two accounts”, approved by Mette Holm',
    'flyttede 60 enheder fra klippekortet V-12 til V-13: “Two accounts”, godkendt af Mette Holm',
  ],
  [
    'subscription.price_changed',
    'indexed the price of Nordlys from 1 Apr 2026: unit price from kr 2,500.00 to kr 2,525.86',
    'indeksregulerede prisen for Nordlys fra 1. apr. 2026: stykpris fra 2.500,00 kr. til 2.525,86 kr.',
  ],
  [
    'agreement.warned',
    'warned about the agreement Nordlys: V-12 expires on 30 Jun 2026 with 2:45 left',
    'advarede om aftalen Nordlys: V-12 udløber 30. jun. 2026 med 2:45 tilbage',
  ],
  [
    'case.policy_applied',
    'applied the service policy Gold: first answer in 1:00, solved in 8:00',
    'anvendte serviceaftalen Gold: første svar inden 1:00, løst inden 8:00',
  ],
  ['rule.ran', 'the rule Urgent words: priority High, tag outage', 'reglen Urgent words: prioritet High, mærke outage'],
  [
    'week.moved',
    'took back the week from 2 Mar 2026 of Mette Holm, 37:00',
    'tog tilbage ugen fra 2. mar. 2026 for Mette Holm, 37:00',
  ],
] as const)('%s reads as a sentence', ([type, english, danish]) => {
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  expect(plain(describeEvent(examples[type], wordsIn('en'), createFormat('en')))).toBe(english)
  expect(plain(describeEvent(examples[type], wordsIn('da'), createFormat('da')))).toBe(danish)
})

test('a warning of a kind that is not known yet is told by its facts', () => {
  const event = { ...examples['agreement.warned'], kind: 'of_its_own', facts: { day: '2026-06-30', price: '9.50 DKK' } }
  expect(describeEvent(event, wordsIn('en'), createFormat('en')).replaceAll('\u00a0', ' ')).toBe(
    'warned about the agreement Nordlys: of its own, 30 Jun 2026, kr 9.50',
  )
})
