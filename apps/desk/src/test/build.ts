import { permissionsOfRole, type StaffRole } from '@timedesk/contracts/access'
import type { Case } from '@timedesk/contracts/cases'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'
import type { ListedCase } from '@timedesk/contracts/work-list'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import type { Me } from '@timedesk/contracts/identity'
import type { ActivityType } from '@timedesk/contracts/settings'

type Message = Extract<TimelineItem, { kind: 'reply' }>

export const ids = {
  mette: '01900000-0000-7000-8000-000000000001',
  anna: '01900000-0000-7000-8000-000000000002',
  case: '01900000-0000-7000-8000-000000000003',
  customer: '01900000-0000-7000-8000-000000000004',
  department: '01900000-0000-7000-8000-000000000005',
  open: '01900000-0000-7000-8000-000000000006',
  waiting: '01900000-0000-7000-8000-000000000007',
  solved: '01900000-0000-7000-8000-000000000008',
  priority: '01900000-0000-7000-8000-000000000009',
  message: '01900000-0000-7000-8000-00000000000a',
  activity: '01900000-0000-7000-8000-00000000000b',
} as const

export const mette = { id: ids.mette, name: 'Mette Holm' }
export const anna = { id: ids.anna, name: 'Anna Berg' }
const support = { id: ids.department, name: 'Support' }
const nordlys = { id: ids.customer, name: 'Nordlys Energi' }

/** The member of staff who is signed in. */
export function buildMe(role: StaffRole = 'agent'): Me {
  return {
    ...mette,
    email: 'mette@fjordbyte.example',
    initials: 'MH',
    role,
    department: support,
    language: 'en',
    undoSeconds: 0,
    permissions: [...permissionsOfRole[role]],
    scopes: null,
    company: { name: 'Fjordbyte', currency: 'DKK', timeZone: 'Europe/Copenhagen' },
  }
}

export function buildSummary(overrides: Partial<ListedCase> = {}): ListedCase {
  return {
    id: ids.case,
    number: 1042,
    subject: 'Cannot print invoices',
    snippet: 'Since this morning printing stops.',
    customer: nordlys,
    contact: anna,
    status: { id: ids.open, name: 'Open', category: 'open', color: 'teal' },
    priority: { id: ids.priority, name: 'Normal', level: 3 },
    type: null,
    department: support,
    responsible: mette,
    deadline: null,
    due: null,
    tags: [],
    createdAt: '2026-03-02T09:15:00.000Z',
    lastActivityAt: '2026-03-02T10:15:00.000Z',
    isUnread: false,
    estimateMinutes: null,
    mergedIntoNumber: null,
    ...overrides,
  }
}

export function buildCase(overrides: Partial<Case> = {}): Case {
  return {
    ...buildSummary(),
    project: null,
    agreement: null,
    isOutsideContract: false,
    externalReference: null,
    product: null,
    serviceLevel: null,
    fields: [],
    estimateMinutes: null,
    template: null,
    createdVia: 'extranet',
    createdByName: 'Anna Berg',
    firstRepliedAt: null,
    solvedAt: null,
    closedAt: null,
    reopenedCount: 0,
    resolution: '',
    reopenUntil: null,
    silence: null,
    time: { minutes: 0, billableMinutes: 0, amount: null, cost: null, revenue: null, profit: null },
    can: {
      reply: true,
      note: true,
      edit: true,
      dispatch: true,
      registerTime: true,
      override: false,
      merge: true,
      unmerge: false,
      moveTo: [
        buildMove({ id: ids.waiting, name: 'Waiting for customer', category: 'waiting_customer', color: 'yellow' }),
        buildMove(),
      ],
    },
    mergedInto: null,
    tombstones: [],
    readUntil: null,
    version: 1,
    ...overrides,
  }
}

/** A move to Solved that takes nothing. */
export function buildMove(overrides: Partial<StatusMove> = {}): StatusMove {
  return {
    ...{ id: ids.solved, name: 'Solved', category: 'solved', color: 'green' },
    ...{ requires: [], gates: [], isReopenExpired: false },
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
    isDescription: true,
    ...overrides,
  }
}

export function buildActivityType(): ActivityType {
  return {
    ...{ id: ids.activity, name: 'Remote support', isBillable: true, factor: '1', fixedRate: null },
    ...{ minimumMinutes: 0, vatCategory: 'standard', position: 1, isActive: true, version: 1 },
  }
}

/** One page that is the whole list. */
export function pageOf<Item>(...data: Item[]) {
  return { data, page: { after: null, hasMore: false } }
}
