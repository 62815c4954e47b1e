import { permissionsOfContactRole, type ContactRole } from '@timedesk/contracts/access'
import type {
  CaseChoices,
  ExtranetCase,
  ExtranetListedCase,
  ExtranetTimelineItem,
} from '@timedesk/contracts/extranet-cases'
import type { ExtranetMe } from '@timedesk/contracts/extranet-identity'

type Message = Extract<ExtranetTimelineItem, { kind: 'reply' }>

export const ids = {
  anna: '01900000-0000-7000-8000-000000000001',
  peter: '01900000-0000-7000-8000-000000000002',
  mette: '01900000-0000-7000-8000-000000000003',
  case: '01900000-0000-7000-8000-000000000004',
  message: '01900000-0000-7000-8000-000000000005',
  customer: '01900000-0000-7000-8000-000000000006',
  type: '01900000-0000-7000-8000-000000000007',
  subtype: '01900000-0000-7000-8000-000000000008',
  priority: '01900000-0000-7000-8000-000000000009',
} as const

export const anna = { id: ids.anna, name: 'Anna Berg' }
export const peter = { id: ids.peter, name: 'Peter Skov' }

/** The contact who is signed in. */
export function buildMe(role: ContactRole = 'requester', overrides: Partial<ExtranetMe> = {}): ExtranetMe {
  return {
    ...anna,
    email: 'anna@nordlys.example',
    phone: '',
    title: 'Office manager',
    role,
    seesAllCases: role !== 'requester',
    language: 'en',
    customer: { id: ids.customer, name: 'Nordlys' },
    supplier: 'Fjordbyte',
    permissions: [...permissionsOfContactRole[role]],
    ...overrides,
  }
}

export function buildSummary(overrides: Partial<ExtranetListedCase> = {}): ExtranetListedCase {
  return {
    id: ids.case,
    number: 1042,
    subject: 'Cannot print invoices',
    snippet: 'Since this morning printing stops.',
    status: { name: 'In progress', category: 'open', color: 'teal' },
    ball: 'us',
    contact: anna,
    isMine: true,
    type: null,
    priority: 'Normal',
    createdAt: '2026-03-02T09:15:00.000Z',
    lastActivityAt: '2026-03-02T10:15:00.000Z',
    isUnread: false,
    excerpts: [],
    ...overrides,
  }
}

export function buildCase(overrides: Partial<ExtranetCase> = {}): ExtranetCase {
  return {
    ...buildSummary(),
    responsible: 'Mette Holm',
    project: null,
    externalReference: null,
    product: null,
    deadline: null,
    solvedAt: null,
    closedAt: null,
    fields: [],
    resolution: '',
    reopenUntil: null,
    movesAt: null,
    mergedInto: null,
    follows: null,
    followUps: [],
    can: { reply: true, solve: true, reopen: false, followUp: false },
    version: 1,
    ...overrides,
  }
}

export function buildMessage(overrides: Partial<Message> = {}): Message {
  return {
    kind: 'reply',
    id: ids.message,
    at: '2026-03-02T09:15:00.000Z',
    author: { kind: 'contact', ...anna },
    body: 'Since this morning printing stops.',
    attachments: [],
    isDescription: false,
    ...overrides,
  }
}

export function buildChoices(): CaseChoices {
  return {
    types: [
      { id: ids.type, name: 'Error', parentId: null },
      { id: ids.subtype, name: 'Error in Ledger', parentId: ids.type },
    ],
    priorities: [{ id: ids.priority, name: 'Normal', level: 3, isDefault: true }],
    projects: [],
    fields: [],
    people: [],
  }
}

/** One page that is the whole list. */
export function pageOf<Item>(...data: Item[]) {
  return { data, page: { after: null, hasMore: false } }
}
