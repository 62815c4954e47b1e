import type { AutomationRule } from '@timedesk/contracts/automation-rules'
import type { AutomationRun, DryRun } from '@timedesk/contracts/automation-runs'
import type { CannedText } from '@timedesk/contracts/canned-texts'
import type { Macro } from '@timedesk/contracts/macros'

import { ids, mette } from './build.ts'

export const ruleIds = {
  chase: '01900000-0000-7000-8000-000000000501',
  greet: '01900000-0000-7000-8000-000000000502',
  escalate: '01900000-0000-7000-8000-000000000503',
} as const

const AT = '2026-03-02T09:15:00.000Z'
const printing = { id: ids.case, number: 1042, subject: 'Cannot print invoices' }

/** Two days after we answered: a tag, and a note. */
export const chase: AutomationRule = {
  ...{ id: ruleIds.chase, name: 'Chase the customer', conditions: [], names: [], position: 2, version: 3 },
  trigger: { kind: 'time', since: 'last_staff_reply', minutes: 2_880, isBefore: false },
  actions: [
    { kind: 'tags', add: ['waiting'], remove: [] },
    { kind: 'note', body: 'Call {{contact.name}}.' },
  ],
  ...{ stopsAfter: false, isActive: true, activeSince: AT, lastRunAt: AT, runs: 12 },
}

export const greet: AutomationRule = {
  ...chase,
  ...{ id: ruleIds.greet, name: 'Greet', position: 1, stopsAfter: true },
  trigger: { kind: 'event', events: ['case_created'] },
  actions: [{ kind: 'tags', add: ['fresh'], remove: [] }],
}

/** Never ran, and is switched off. */
export const escalate: AutomationRule = {
  ...greet,
  ...{ id: ruleIds.escalate, name: 'Escalate', position: 3, stopsAfter: false },
  ...{ isActive: false, activeSince: null, lastRunAt: null, runs: 0 },
}

export const refusedRun: AutomationRun = {
  ...{ id: ids.message, at: AT, rule: { id: chase.id, name: chase.name }, case: printing, depth: 1 },
  cause: { event: null, since: 'last_staff_reply', at: AT },
  ...{ outcome: 'refused', actions: [], eventId: null },
  refusal: { code: 'gate_closed', action: 'status', detail: 'Something has to be done first' },
}

export const dryRun: DryRun = {
  ...{
    days: 30,
    cases: 420,
    isCut: false,
    hits: 14,
    casesHit: 12,
    refused: 2,
    changes: [{ action: 'tags', count: 14 }],
  },
  examples: [
    { case: printing, at: AT, event: null, isRefused: false, actions: [{ action: 'tags', value: '+ waiting' }] },
    { case: { ...printing, id: ids.open, number: 1041 }, at: AT, event: null, isRefused: true, actions: [] },
  ],
}

export const thanks: CannedText = {
  ...{ id: ids.open, name: 'Thank you', shortcut: 'thanks', scope: 'everyone', department: null, owner: null },
  texts: { en: 'Dear {{contact.firstName}}, thank you.', da: '' },
  ...{ isActive: true, can: { edit: true }, version: 1 },
}

export const askVersion: Macro = {
  ...{ id: ids.open, name: 'Ask for the version', scope: 'everyone', department: null, owner: null, position: 1 },
  message: { kind: 'reply', texts: { en: 'Which version of {{case.subject}}?', da: '' } },
  changes: [{ kind: 'tags', add: ['version'], remove: [] }],
  ...{ names: [mette], isActive: true, can: { edit: true }, version: 1 },
}
