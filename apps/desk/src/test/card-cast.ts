import type { CardComponent } from '@timedesk/contracts/context-card-components'
import type { CaseContextCard } from '@timedesk/contracts/case-context-cards'
import type { ContextCard, ContextCardAttempt } from '@timedesk/contracts/context-cards'

import { ids } from './build.ts'

export const licences: ContextCard = {
  ...{ id: '01900000-0000-7000-8000-000000000701', name: 'Licences', url: 'https://crm.example/card?key=abc' },
  ...{ types: [], departments: [{ id: ids.department, name: 'Support' }], timeoutSeconds: 3 },
  ...{ secretSetAt: '2026-03-02T09:15:00.000Z', position: 1, isActive: true, version: 4 },
}

export const orders: ContextCard = {
  ...{ ...licences, id: '01900000-0000-7000-8000-000000000702', name: 'Orders' },
  ...{ departments: [], position: 2, isActive: false },
}

/** A component of every kind. */
export const components: CardComponent[] = [
  { kind: 'heading', text: 'Ledger Pro' },
  { kind: 'text', text: 'Paid <b>until</b> June', isQuiet: false },
  { kind: 'divider' },
  { kind: 'spacer', size: 'small' },
  { kind: 'badge', text: 'Active', color: 'green' },
  { kind: 'link', label: 'Open in CRM', url: 'https://crm.example/customers/10042' },
  { kind: 'row', label: 'Plan', value: 'Business', color: 'blue' },
  { kind: 'row', label: 'Seats', value: '25' },
  { kind: 'copy', label: 'Key', value: 'AB-12-CD' },
  { kind: 'list', items: ['Ledger', 'Payroll'] },
  { kind: 'table', columns: ['Product', 'Since'], rows: [['Ledger', '2024']] },
  { kind: 'progress', label: 'Storage', value: 30, max: 40, note: '30 of 40 GB' },
]

export function buildContextCard(overrides: Partial<CaseContextCard> = {}): CaseContextCard {
  return {
    ...{ card: { id: licences.id, name: licences.name }, state: 'answered', components, failure: null },
    ...{ askedAt: '2026-03-02T09:15:00.000Z', keptUntil: '2026-03-02T09:20:00.000Z' },
    ...overrides,
  }
}

export const attempt: ContextCardAttempt = {
  request: { url: licences.url, headers: { 'webhook-id': 'msg_1' }, body: '{"card":{"name":"Licences"}}' },
  answer: { status: 200, headers: { 'content-type': 'application/json' }, body: '{"components":[]}' },
  ...{ milliseconds: 84, state: 'failed', failure: { code: 'wrong_shape', status: 200 }, detail: null },
  problems: [{ pointer: '/timeToLiveSeconds', message: 'Invalid input' }],
  components: [],
}
